# Warnings are for our own targets, never passed on to a consumer. Whether they are errors is the
# preset's choice (CMAKE_COMPILE_WARNING_AS_ERROR).
function(negotiation_warnings target)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
        return()
    endif()
    target_compile_options(
        ${target}
        PRIVATE -Wall
                -Wextra
                -Wpedantic
                -Wshadow
                -Wconversion
                -Wsign-conversion
                -Wold-style-cast
                -Wnon-virtual-dtor
                -Woverloaded-virtual
                # says why a type is not a model of a concept, not only that it is none
                $<$<CXX_COMPILER_ID:GNU>:-fconcepts-diagnostics-depth=3>
                # g++ 12 suspects std::string's own concatenation, and what std::function, optional and
                # variant may hold, wrongly, when it optimises
                $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
                $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endfunction()
