# Compiles ${source} with NEGOTIATION_MUST_FAIL 0 and 1; see CMakeLists.txt.
file(STRINGS "${source}" expect REGEX "^// expect: ")
if(NOT expect)
    message(FATAL_ERROR "${source}: no line '// expect: REGEX'")
endif()
string(REGEX REPLACE "^// expect: " "" expect "${expect}")

separate_arguments(command UNIX_COMMAND "${flags}")
list(PREPEND command "${compiler}")
list(APPEND command -std=c++20 -fsyntax-only)
string(REPLACE "|" ";" includes "${includes}")
list(REMOVE_DUPLICATES includes)
foreach(dir IN LISTS includes)
    if(NOT dir STREQUAL "/usr/include") # named again it would come too early for the compiler's own
        list(APPEND command -isystem "${dir}")
    endif()
endforeach()

set(ENV{LC_ALL} C) # plain quotes, English
execute_process(COMMAND ${command} -DNEGOTIATION_MUST_FAIL=0 "${source}" RESULT_VARIABLE status
                ERROR_VARIABLE message)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "must compile with NEGOTIATION_MUST_FAIL=0, but:\n${message}")
endif()

execute_process(COMMAND ${command} -DNEGOTIATION_MUST_FAIL=1 "${source}" RESULT_VARIABLE status
                ERROR_VARIABLE message)
if(status EQUAL 0)
    message(FATAL_ERROR "must not compile with NEGOTIATION_MUST_FAIL=1, but does")
endif()
if(NOT message MATCHES "${expect}")
    message(FATAL_ERROR "fails as it must, but without saying '${expect}':\n${message}")
endif()
