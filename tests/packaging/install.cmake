include("${CMAKE_CURRENT_LIST_DIR}/common.cmake")
# No more than its own: add_subdirectory works in the same folder at the same time.
file(REMOVE_RECURSE "${work}/installed" "${prefix}")
run("${CMAKE_COMMAND}" --install "${build}" --prefix "${work}/installed")
file(RENAME "${work}/installed" "${prefix}")

foreach(file IN ITEMS include/negotiation/version.hpp bin/negotiate
                      share/negotiation/scenarios/backchannel-2025.toml)
    if(NOT EXISTS "${prefix}/${file}")
        message(FATAL_ERROR "not installed: ${file}")
    endif()
endforeach()
run("${prefix}/bin/negotiate" --help)

# Every public header arrives.
file(GLOB_RECURSE expected RELATIVE "${source}/include" "${source}/include/*.hpp")
file(GLOB_RECURSE found RELATIVE "${prefix}/include" "${prefix}/include/*.hpp")
if(NOT expected STREQUAL found)
    message(FATAL_ERROR "headers expected:\n${expected}\ninstalled:\n${found}")
endif()
