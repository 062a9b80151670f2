# This tree as a folder of another project: it is configured, and the example compiled with what the
# target hands on. It is not linked: that would compile the library again, as every preset does.
include("${CMAKE_CURRENT_LIST_DIR}/common.cmake")
copy_example(add_subdirectory)
set(here "${work}/add_subdirectory")
file(WRITE "${here}/CMakeLists.txt" "\
cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES CXX)
add_subdirectory(\"${source}\" negotiation)
file(GLOB sources *.cpp)
add_library(${example} OBJECT \${sources})
target_link_libraries(${example} PRIVATE negotiation::negotiation)
")
run("${CMAKE_COMMAND}" -S "${here}" -B "${here}/build" -G "${generator}"
    "-DCMAKE_CXX_COMPILER=${compiler}")
run("${CMAKE_COMMAND}" --build "${here}/build" --target ${example})
