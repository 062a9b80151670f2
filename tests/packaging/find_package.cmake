# The example's folder as it stands, its own CMakeLists.txt included.
include("${CMAKE_CURRENT_LIST_DIR}/common.cmake")
copy_example(find_package)
set(here "${work}/find_package")
run("${CMAKE_COMMAND}" -S "${here}" -B "${here}/build" -G "${generator}"
    "-DCMAKE_CXX_COMPILER=${compiler}" "-DCMAKE_PREFIX_PATH=${prefix}")
run("${CMAKE_COMMAND}" --build "${here}/build")
run_example("${here}/build/${example}")
