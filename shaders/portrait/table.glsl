// Tables that pixels look up by number lie in images, row after row: llvmpipe fetches a texel for many pixels at once, but
// a place of a buffer for each pixel apart.
#include "portrait/table_laws.h"

ivec2 tableAt(uint number) { return ivec2(number % uint(tableRow), number / uint(tableRow)); }
