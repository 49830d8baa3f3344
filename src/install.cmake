# What `cmake --install` and the Debian packages hold: "runtime" is the program and what belongs to it
# on a system, "development" the library.

install(TARGETS portfix_program COMPONENT runtime)
install(
  FILES ${made_dir}/portfix.1.gz
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
  COMPONENT runtime)
install(
  FILES ${made_dir}/portfix.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME portfix
  COMPONENT runtime)
install(
  FILES ${made_dir}/portfix.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
  COMPONENT runtime)
# Debian's zsh looks elsewhere for what its packages bring.
install(
  CODE "
    set(folder site-functions)
    if(CMAKE_INSTALL_PREFIX MATCHES \"(^|/)usr$\")
      set(folder vendor-completions)
    endif()
    file(INSTALL DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/zsh/\${folder}\"
         TYPE FILE RENAME _portfix FILES \"${made_dir}/portfix.zsh\")"
  COMPONENT runtime)
install(
  FILES LICENSE
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/portfix
  RENAME copyright
  COMPONENT runtime)

install(
  TARGETS portfix
  EXPORT portfix
  COMPONENT development
  FILE_SET HEADERS
  COMPONENT development)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/portfix)
install(
  EXPORT portfix
  FILE portfixConfig.cmake
  NAMESPACE portfix::
  DESTINATION ${package_dir}
  COMPONENT development)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/portfixConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(
  FILES ${PROJECT_BINARY_DIR}/portfixConfigVersion.cmake
  DESTINATION ${package_dir}
  COMPONENT development)
install(
  FILES LICENSE
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libportfix-dev
  RENAME copyright
  COMPONENT development)

# cpack makes portfix_*.deb and libportfix-dev_*.deb of them.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "portfix maintainers <maintainers@portfix.invalid>")
set(CPACK_PACKAGE_VENDOR portfix)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME portfix)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
    "turns a port rejection notice into the next action
Reads the rejection of a telephone number's port and says what it means, whose
move it is, what to ask the customer for and how the request is sent in again.
It never goes online.")
if(NOT PORTFIX_STATIC)
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
endif()
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libportfix-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "libetpan-dev, libgumbo-dev, libpugixml-dev, libutf8proc-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
    "library behind portfix
Headers, static library and CMake package of the diagnosis of port rejection
notices.")
include(CPack)
