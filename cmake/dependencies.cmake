# What the library itself needs. Tests, benchmarks and the command line look for theirs where they
# are built, so that nobody has to install what he does not use.

# A consumer that takes this project in as a folder links our targets from his own directory.
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)

find_package(Eigen3 3.4 REQUIRED CONFIG)
find_package(Boost 1.74 REQUIRED CONFIG)
find_package(fmt 9.1 REQUIRED CONFIG)
find_package(Random123 REQUIRED MODULE)

# only for the compiled part, never in a public header
find_package(tomlplusplus 3.3 REQUIRED CONFIG)
find_package(SQLite3 3.37 REQUIRED MODULE)
find_package(nlohmann_json 3.11 REQUIRED CONFIG)
find_package(pugixml 1.13 REQUIRED CONFIG)
find_package(Threads REQUIRED)
