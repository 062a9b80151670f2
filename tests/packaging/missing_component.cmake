include("${CMAKE_CURRENT_LIST_DIR}/common.cmake")
set(here "${work}/missing_component")
file(REMOVE_RECURSE "${here}")
file(WRITE "${here}/CMakeLists.txt" [[
cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES CXX)
find_package(negotiation REQUIRED COMPONENTS headers)
find_package(negotiation REQUIRED COMPONENTS headers telepathy)
]])
execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${here}" -B "${here}/build" -G "${generator}"
            "-DCMAKE_CXX_COMPILER=${compiler}" "-DCMAKE_PREFIX_PATH=${prefix}"
    RESULT_VARIABLE status
    OUTPUT_VARIABLE out
    ERROR_VARIABLE out)
if(status EQUAL 0 OR NOT out MATCHES "unknown component 'telepathy'")
    message(FATAL_ERROR "status ${status}, output:\n${out}")
endif()
