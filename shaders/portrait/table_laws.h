// How wide the images are in which tables lie that pixels look up, see table.glsl.
// For the kernels that read them and the C++ that makes room for them.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_TABLE_LAWS_H)
#define INKHEAL_PORTRAIT_TABLE_LAWS_H

const int tableRow = 1024;

#endif
