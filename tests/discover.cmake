# After a test executable is linked it is asked for its test cases, each of which becomes a test of
# CTest's. doctest's own doctest_discover_tests does this too, but knows no file names, and a name
# such as "deal/fair: nash is ..." is what makes `ctest -R deal/fair` possible.
#
# The file is used twice: included, it defines the function; with -P, it is the step after the link.

if(NOT CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
    set(discover_script "${CMAKE_CURRENT_LIST_FILE}")

    function(negotiation_discover_tests target)
        set(output "${CMAKE_CURRENT_BINARY_DIR}/${target}_cases.cmake")
        add_custom_command(
            TARGET ${target} POST_BUILD
            BYPRODUCTS "${output}"
            COMMAND "${CMAKE_COMMAND}" -D "executable=$<TARGET_FILE:${target}>" -D
                    "tests_dir=${CMAKE_CURRENT_SOURCE_DIR}" -D "output=${output}" -P
                    "${discover_script}"
            VERBATIM)
        # A room that was not built fails, instead of having no tests.
        set(include_file "${CMAKE_CURRENT_BINARY_DIR}/${target}_include.cmake")
        file(CONFIGURE OUTPUT "${include_file}" @ONLY CONTENT [[
if(EXISTS "@output@")
    include("@output@")
else()
    add_test("@target@ was not built" "@target@-was-not-built")
endif()
]])
        set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${include_file}")
    endfunction()
    return()
endif()

execute_process(
    COMMAND "${executable}" --list-test-cases --reporters=xml
    OUTPUT_VARIABLE listing
    RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${executable} cannot list its tests (${status}):\n${listing}")
endif()

# Brackets and semicolons would be taken for a list's. A name cannot hold these stand-ins, because in
# the listing its own < is written &lt;
string(REPLACE ";" "<semicolon>" listing "${listing}")
string(REPLACE "[" "<open>" listing "${listing}")
string(REPLACE "]" "<close>" listing "${listing}")
string(REGEX MATCHALL "<TestCase [^\n]*" cases "${listing}")

set(script "")
foreach(case IN LISTS cases)
    string(REGEX MATCH " filename=\"([^\"]*)\"" _ "${case}")
    cmake_path(RELATIVE_PATH CMAKE_MATCH_1 BASE_DIRECTORY "${tests_dir}" OUTPUT_VARIABLE file)
    string(REGEX REPLACE "\\.cpp$" "" file "${file}")

    string(REGEX MATCH " name=\"([^\"]*)\"" _ "${case}")
    set(name "${CMAKE_MATCH_1}")
    string(REPLACE "&lt<semicolon>" "<" name "${name}")
    string(REPLACE "&gt<semicolon>" ">" name "${name}")
    string(REPLACE "&quot<semicolon>" "\"" name "${name}")
    string(REPLACE "&amp<semicolon>" "&" name "${name}")
    string(REPLACE "<semicolon>" ";" name "${name}")
    string(REPLACE "<open>" "[" name "${name}")
    string(REPLACE "<close>" "]" name "${name}")

    string(REPLACE "," "\\," filter "${name}") # a comma separates doctest's filters
    string(APPEND script "add_test([==[${file}: ${name}]==] [==[${executable}]==] "
           "[==[--test-case=${filter}]==] [==[--source-file=*/${file}.cpp]==])\n"
           "set_tests_properties([==[${file}: ${name}]==] PROPERTIES TIMEOUT 60)\n")
endforeach()
file(WRITE "${output}" "${script}")
