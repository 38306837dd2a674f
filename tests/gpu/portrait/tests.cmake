# The lights, the tones and the stock hand are read at run time.
add_dependencies(gpu_portrait assets)
