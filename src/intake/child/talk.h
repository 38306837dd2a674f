#pragma once
// The child's side of intake/wire.h: the request on standard input, the reply on standard output. Replies may still be
// sent once the child's rights are gone.

#include "intake/child/decoders.h"
#include "intake/wire.h"

namespace inkheal::intake {

struct Request {
    wire::Kind kind = wire::Kind::picture;
    int longestEdge = 0;
    std::vector<MeshFile> files;
};

/// @throws wire::Broken for a request that does not add up.
Request receive();

void reply(const ReadPicture& read);
void reply(const ReadMesh& read);
void reply(const Refusal& refusal);

}  // namespace inkheal::intake
