# What the room cli links beyond the rooms it may include: CLI11 reads the arguments.
find_package(CLI11 REQUIRED)
target_link_libraries(cli PUBLIC CLI11::CLI11)
target_compile_definitions(cli PRIVATE INKHEAL_VERSION="${PROJECT_VERSION}")
