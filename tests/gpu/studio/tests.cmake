# The stock bodies and the sample designs are read at run time.
add_dependencies(gpu_studio assets)
