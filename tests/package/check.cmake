# Installs BUILD below SCRATCH and lets a program of somebody else's find, link and run it.
#
#   cmake -DBUILD=<build directory> -DSCRATCH=<directory> -DCOMPILER=<C++ compiler> -P check.cmake

cmake_minimum_required(VERSION 3.25)

macro(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE output)
endmacro()

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/prefix)
foreach(
  file IN
  ITEMS bin/portfix
        share/man/man1/portfix.1.gz
        share/bash-completion/completions/portfix
        share/fish/vendor_completions.d/portfix.fish
        share/zsh/site-functions/_portfix)
  if(NOT EXISTS ${SCRATCH}/prefix/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()

# The example of the README is the program below.
file(READ ${CMAKE_CURRENT_LIST_DIR}/main.cpp example)
file(READ ${CMAKE_CURRENT_LIST_DIR}/../../README.md readme)
string(FIND "${readme}" "```cpp\n${example}```\n" place)
if(place EQUAL -1)
  message(FATAL_ERROR "README.md does not show tests/package/main.cpp as it is")
endif()

run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${SCRATCH}/build -G Ninja
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_PREFIX_PATH=${SCRATCH}/prefix)
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
run(${SCRATCH}/build/package_test)
if(NOT output STREQUAL "0.1.0: account-number-mismatch\n")
  message(FATAL_ERROR "the program said: ${output}")
endif()
file(REMOVE_RECURSE ${SCRATCH})
