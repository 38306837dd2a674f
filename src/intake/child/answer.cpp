#include "intake/child/answer.h"

#include <new>

#include "intake/child/confine.h"
#include "intake/child/talk.h"

namespace inkheal::intake {
namespace {

void answer(const Request& request) {
    const Bytes first = request.files[0].bytes;
    if (request.kind == wire::Kind::mesh) {
        const Format format = meshFormat(first);
        confine({});
        reply(decodeMesh(request.files, format));
    } else if (request.kind == wire::Kind::panorama) {
        const Format format = panoramaFormat(first);
        confine({});
        reply(decodePanorama({first, request.longestEdge}, format));
    } else {
        const Format format = pictureFormat(first);
        confine({.readFonts = format == Format::svg});
        reply(decodePicture({first, request.longestEdge}, format));
    }
}

}  // namespace

int answerOne() {
    try {
        answer(receive());
    } catch (const Refusal& refusal) {
        reply(refusal);
    } catch (const std::bad_alloc&) {
        reply(Refusal{"needs more than 1 GiB of memory to read", "save it smaller or simpler"});
    } catch (...) {
        return 2;
    }
    return 0;
}

}  // namespace inkheal::intake
