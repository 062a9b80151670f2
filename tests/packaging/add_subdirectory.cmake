# This tree as a folder of another project, and shared, the other kind of library.
include("${CMAKE_CURRENT_LIST_DIR}/common.cmake")
copy_example(add_subdirectory)
set(here "${work}/add_subdirectory")
file(WRITE "${here}/CMakeLists.txt" "\
cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES CXX)
set(BUILD_SHARED_LIBS ON)
add_subdirectory(\"${source}\" negotiation)
file(GLOB sources *.cpp)
add_executable(${example} \${sources})
target_link_libraries(${example} PRIVATE negotiation::negotiation)
")
run("${CMAKE_COMMAND}" -S "${here}" -B "${here}/build" -G "${generator}"
    "-DCMAKE_CXX_COMPILER=${compiler}")
run("${CMAKE_COMMAND}" --build "${here}/build")
run_example("${here}/build/${example}")
