// inkheal-intake: reads one request (intake/wire.h) from standard input, gives its rights away, decodes, replies on
// standard output. Started by the parent for one file; of no use by hand.

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

#include "intake/child/answer.h"

int main() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::close_range(3, ~0u, 0);
    ::_exit(inkheal::intake::answerOne());  // no destructors: the rights they may need are gone
}
