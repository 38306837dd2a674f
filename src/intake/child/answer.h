#pragma once
// What the intake child does with its one request: finds out the format, gives its rights away, decodes, replies. Apart
// from the child's main, so that the order stands in one place.

namespace inkheal::intake {

/// Answers the request on standard input. @return the process's exit code: 0 after any reply, a refusal included; 2
/// when no reply could be made.
int answerOne();

}  // namespace inkheal::intake
