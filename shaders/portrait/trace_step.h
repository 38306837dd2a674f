// What the kernels of a reference picture share: the body as a tree of boxes, each piece as columns of layers, and the
// paths on their way. Lengths in mm.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_TRACE_STEP_H)
#define INKHEAL_PORTRAIT_TRACE_STEP_H

struct TraceNode {  // two boxes of the tree
    vec4 lowA;      // xyz; w: the node inside it, or its first triangle
    vec4 highA;     // xyz; w: triangles, 0 where there is a node
    vec4 lowB, highB;
};

struct TraceTriangle {
    vec4 corner;  // xyz; w: its number in the mesh
    vec4 a;       // xyz from the corner to the second one
    vec4 b;       // and to the third
};

struct TracePiece {
    vec2 originMm, sizeMm;  // of its grid
    float texelMm, cellMm, placeMm;
    float reliefMm;
    int width, height, firstTexel;
    int cellsX, cellsY, firstCell;
    int placesX, placesY, firstPlace;
    int firstPigment;  // of the bands
    int skin;          // number of its table of bands
    int unused0;
};

struct TraceBand {           // one band of skin
    vec4 light;              // rgb: weight in linear Rec. 709 under D65; w: share of the paths that carry it
    float melaninDepth;      // mu_a times thickness of the whole epidermis
    float dermisAbsorb;      // per mm, without blood
    float bloodAbsorb;       // per mm, of the tone's own blood
    float crustAbsorb;       // per mm, dried blood
    float epidermisScatter;  // per mm, reduced
    float dermisScatter;
    float epidermisMm;  // of untouched skin
    float below;        // share of the paths that carry a band before this one
};

struct TracePath {
    vec4 gathered;  // rgb so far; w: the path's number for clusters of ink, 0..1
    vec4 weight;    // rgb of what is still to come, tint and bands together; w: density of the mirroring that sent the
                    // ray; 0: cards are counted
    vec4 from;      // xyz start of the ray; in the skin: xy along the chart, z depth
    vec4 toward;    // xyz
    vec4 spot;      // where it went in: xy weights of the triangle's second and third corner, zw place on the chart
    int state;      // of TraceState
    int triangle;   // where it went in
    int piece;      // its chart; -1: skin between the pieces
    int band;       // four of 8 bits, see trace_path.glsl; -1: none chosen yet
    uint chance;    // state of its random numbers
    int bounces;    // rays so far
    int number;     // of the pixel's paths
    uint key;       // of the pixel
    vec4 tint;      // rgb: what of the weight no band knows: colours, chances, mirrors
    vec4 carried;   // of each band, over the chance that it was chosen
    vec4 likely;    // see Walker in walk_parts.glsl
};

struct TraceInputs {
    int left, top, across, down;  // the tile
    int width, height;            // the picture
    int firstSample, samples;     // of this run, of each pixel
    int paths;                    // without their twins, which lie as many places further on each
    int round;                    // 0: paths begin here
    int vertices, pieces;
    int skin;  // the table of bands of skin between the pieces
    uint seed;
    float tileTexels, tileGutter;
    int tileCells;
    int lanes;  // threads that share the paths
    float floorMm;
    int mostPaths;  // of any run: room in the lists
};

struct ColumnInputs {  // trace_column
    int firstTexel, layers;
    float epidermisMm, reliefMm;
};

struct CellInputs {  // trace_cells, trace_widen
    int piece;
    int texels;  // across a cell
    int unused0, unused1;
};

#endif
