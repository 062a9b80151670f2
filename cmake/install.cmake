# Install rules: headers, library, command line, CMake package, pkg-config file, scenario files.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/negotiation")

install(
    TARGETS negotiation_headers negotiation
    EXPORT negotiation-targets
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
if(TARGET negotiate)
    install(TARGETS negotiate)
endif()

install(EXPORT negotiation-targets NAMESPACE negotiation:: DESTINATION "${package_dir}")

get_target_property(library_type negotiation TYPE)
if(library_type STREQUAL "STATIC_LIBRARY")
    set(negotiation_is_static TRUE)
else()
    set(negotiation_is_static FALSE)
endif()

configure_package_config_file(
    "${CMAKE_CURRENT_LIST_DIR}/negotiation-config.cmake.in"
    "${PROJECT_BINARY_DIR}/negotiation-config.cmake"
    INSTALL_DESTINATION "${package_dir}"
    NO_SET_AND_CHECK_MACRO)
# Before 1.0 a new minor number may break callers.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/negotiation-config-version.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(
    FILES "${PROJECT_BINARY_DIR}/negotiation-config.cmake"
          "${PROJECT_BINARY_DIR}/negotiation-config-version.cmake"
          "${CMAKE_CURRENT_LIST_DIR}/FindRandom123.cmake"
    DESTINATION "${package_dir}")

# pkg-config: the prefix is computed from where the file lies, because cmake --install --prefix (and
# moving the tree) would make a written one wrong.
file(RELATIVE_PATH pc_prefix "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
set(pc_requires "eigen3 fmt")
set(pc_requires_private "")
set(pc_libs "")
if(negotiation_is_static)
    string(APPEND pc_requires " tomlplusplus pugixml sqlite3") # undefined symbols of the archive
    string(APPEND pc_libs " ${CMAKE_THREAD_LIBS_INIT}") # empty where the C library has threads
else()
    set(pc_requires_private "tomlplusplus pugixml sqlite3")
endif()
# Boost and Random123 have no .pc file; where the compiler finds them anyway, nothing is to be said.
set(pc_cflags "-ffp-contract=off")
get_target_property(boost_include Boost::headers INTERFACE_INCLUDE_DIRECTORIES)
foreach(dir IN LISTS boost_include RANDOM123_INCLUDE_DIR)
    if(dir AND NOT dir IN_LIST CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES)
        string(APPEND pc_cflags " -isystem ${dir}")
    endif()
endforeach()
configure_file("${CMAKE_CURRENT_LIST_DIR}/negotiation.pc.in" "${PROJECT_BINARY_DIR}/negotiation.pc"
               @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/negotiation.pc"
        DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(
    DIRECTORY "${PROJECT_SOURCE_DIR}/examples/scenarios/"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/negotiation/scenarios"
    FILES_MATCHING
    PATTERN "*.toml")
