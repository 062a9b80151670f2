# include/negotiation/version.hpp is the one place that holds the version.
set(version_header "${CMAKE_CURRENT_SOURCE_DIR}/include/negotiation/version.hpp")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${version_header}")
file(STRINGS "${version_header}" lines REGEX "^#define NEGOTIATION_VERSION")

set(parts)
foreach(part IN ITEMS MAJOR MINOR PATCH)
    if(NOT lines MATCHES "NEGOTIATION_VERSION_${part} ([0-9]+)")
        message(FATAL_ERROR "${version_header}: NEGOTIATION_VERSION_${part} is missing")
    endif()
    list(APPEND parts ${CMAKE_MATCH_1})
endforeach()
list(JOIN parts "." negotiation_version)

if(NOT lines MATCHES "NEGOTIATION_VERSION \"${negotiation_version}\"")
    message(FATAL_ERROR "${version_header}: NEGOTIATION_VERSION is not \"${negotiation_version}\"")
endif()
