# tests/<room>/**/*.cpp is one executable a room, tests_<room>; each TEST_CASE is a test of CTest's,
# named after its file: "deal/fair: nash is invariant to affine rescaling". Nothing has to be listed.
find_package(doctest 2.4.9 REQUIRED CONFIG)
find_package(rapidcheck REQUIRED CONFIG)

# What every test is compiled with.
add_library(tests_options INTERFACE)
target_include_directories(tests_options INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}"
                                                    "${PROJECT_SOURCE_DIR}/src")
target_compile_definitions(
    tests_options
    INTERFACE # else CHECK_THROWS on a [[nodiscard]] function is a warning
              DOCTEST_CONFIG_VOID_CAST_EXPRESSIONS
              NEGOTIATION_SCENARIO_DIR="${scenario_dir}"
              NEGOTIATION_GOLDEN_DIR="${CMAKE_CURRENT_SOURCE_DIR}/golden")
target_link_libraries(tests_options INTERFACE negotiation::negotiation doctest::doctest rapidcheck)
# Tests are compiled once and run for moments: optimising them costs more than it saves. What they
# test keeps its own options.
target_compile_options(tests_options INTERFACE $<$<CONFIG:Debug,Release>:-O0>)

# Every public header once more in a second translation unit: what is defined there without inline is
# then defined twice in each test executable, and does not link.
set(odr "// generated: every public header in a second translation unit\n")
foreach(header IN LISTS negotiation_public_headers)
    cmake_path(RELATIVE_PATH header BASE_DIRECTORY "${PROJECT_SOURCE_DIR}/include")
    string(APPEND odr "#include <${header}>\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/odr.cpp" CONTENT "${odr}" @ONLY)

add_library(tests_support OBJECT support/main.cpp "${CMAKE_CURRENT_BINARY_DIR}/odr.cpp")
target_link_libraries(tests_support PUBLIC tests_options)
# a second translation unit has to stay one where sources are compiled in batches
set_target_properties(tests_support PROPERTIES UNITY_BUILD OFF)
target_precompile_headers(
    tests_support
    PRIVATE
    <Eigen/Core>
    <doctest/doctest.h>
    <fmt/format.h>
    <rapidcheck.h>
    <algorithm>
    <cmath>
    <functional>
    <map>
    <optional>
    <stdexcept>
    <string>
    <vector>)
# main.cpp asks doctest for its implementation, which has to be said before the header is seen.
set_source_files_properties(support/main.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
negotiation_warnings(tests_support)

include(discover.cmake)

file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
set(rooms)
foreach(source IN LISTS sources)
    cmake_path(RELATIVE_PATH source OUTPUT_VARIABLE relative)
    if(relative MATCHES "^(support|packaging|compile_fail|fuzz|cli|golden)/"
       OR NOT relative MATCHES "^([^/]+)/")
        continue()
    endif()
    list(APPEND rooms ${CMAKE_MATCH_1})
    list(APPEND sources_of_${CMAKE_MATCH_1} "${source}")
endforeach()
list(REMOVE_DUPLICATES rooms)
foreach(room IN LISTS rooms)
    add_executable(tests_${room} ${sources_of_${room}})
    target_link_libraries(tests_${room} PRIVATE tests_support)
    target_precompile_headers(tests_${room} REUSE_FROM tests_support)
    negotiation_warnings(tests_${room})
    # A room at once takes a third of the time of eight files each; that is for who changes one file.
    if(CMAKE_UNITY_BUILD_BATCH_SIZE EQUAL 8)
        set(batch 8)
    else()
        set(batch 0)
    endif()
    set_target_properties(tests_${room} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${batch})
    negotiation_discover_tests(tests_${room})
endforeach()
