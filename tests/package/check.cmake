# Installs BUILD below SCRATCH and lets a program of somebody else's find, link and run it.
#
#   cmake -DBUILD=<build directory> -DSCRATCH=<directory> -DCOMPILER=<C++ compiler> -P check.cmake

cmake_minimum_required(VERSION 3.25)

macro(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE output)
endmacro()

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/prefix)
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${SCRATCH}/build -G Ninja
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_PREFIX_PATH=${SCRATCH}/prefix)
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
run(${SCRATCH}/build/package_test)
if(NOT output STREQUAL "0.1.0: account-number-mismatch\n")
  message(FATAL_ERROR "the program said: ${output}")
endif()
file(REMOVE_RECURSE ${SCRATCH})
