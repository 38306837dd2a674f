#version 460
// Counts in count[i] how often thread i came, beyond the end in overrun; adds the push block to sum.
layout(local_size_x = 64) in;
layout(push_constant) uniform Push { uint threads, more, unused0, unused1; };
layout(set = 0, binding = 0, std430) buffer Count { uint overrun, groups, sum, unused2, count[]; };

void main() {
    uint i = gl_GlobalInvocationID.x;
    if (i == 0) {
        groups = gl_NumWorkGroups.x;
        sum += more;
    }
    if (i >= threads)
        atomicAdd(overrun, 1u);
    else
        count[i] += 1u;
}
