// Which paths wait for what: lists by round, so that kernels run over the paths that are left and no others.
// Included by kernels that declare `inputs` (TraceInputs) and `queue` and include portrait/trace_laws.h before. The
// order in a list changes nothing: each path has its own numbers.

int listPlace(int list, int round_) { return traceHeads + (list == listRays ? 2 + (round_ & 1) : list - 1) * inputs.mostPaths; }

int waiting(int list, int round_) { return queue[list * traceRounds + round_]; }

int pathIn(int list, int round_, int number) { return queue[listPlace(list, round_) + number]; }

void enlist(int list, int round_, int path) {
    queue[listPlace(list, round_) + atomicAdd(queue[list * traceRounds + round_], 1)] = path;
}
