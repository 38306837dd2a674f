# Sites, tones, styles and care plans are read at run time.
add_dependencies(unit_studio assets)
