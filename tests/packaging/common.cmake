# Shared by the packaging tests: run a command or fail with what it printed.
function(run)
    execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
    if(NOT status EQUAL 0)
        list(JOIN ARGV " " command)
        message(FATAL_ERROR "status ${status} from: ${command}\n${out}")
    endif()
    set(output "${out}" PARENT_SCOPE)
endfunction()

# Examples are run from the top of the source tree, and have to print something.
function(run_example program)
    execute_process(COMMAND "${program}" WORKING_DIRECTORY "${source}" RESULT_VARIABLE status
                    OUTPUT_VARIABLE out ERROR_VARIABLE out)
    if(NOT status EQUAL 0 OR out STREQUAL "")
        message(FATAL_ERROR "${program}: status ${status}, output:\n${out}")
    endif()
    message("${out}")
endfunction()

# A fresh folder for the test `name`, holding a copy of the example.
function(copy_example name)
    file(REMOVE_RECURSE "${work}/${name}")
    file(COPY "${source}/examples/${example}/" DESTINATION "${work}/${name}")
endfunction()
