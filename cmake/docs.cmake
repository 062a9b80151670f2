# The target docs: build/<preset>/docs/html. A warning is an error. Not part of all.
find_package(Doxygen 1.9)
if(DOXYGEN_FOUND)
    configure_file("${PROJECT_SOURCE_DIR}/docs/Doxyfile.in" "${PROJECT_BINARY_DIR}/Doxyfile" @ONLY)
    add_custom_target(
        docs
        COMMAND Doxygen::doxygen "${PROJECT_BINARY_DIR}/Doxyfile"
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
        COMMENT "Reference and guide in ${PROJECT_BINARY_DIR}/docs/html"
        VERBATIM)
else()
    message(STATUS "No Doxygen: no target docs")
endif()
