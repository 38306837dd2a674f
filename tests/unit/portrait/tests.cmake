# The lights and the stock hand are read at run time.
add_dependencies(unit_portrait assets)
