#pragma once
// One open project: owns the body, the charts, the skin of every piece and the portrait, and answers "the picture on
// day d from view v", "what does the simulation say on day d", "how well does the stencil fit".

#include <filesystem>
#include <functional>
#include <memory>

#include "base/json.h"
#include "base/picture.h"
#include "gpu/commands.h"
#include "portrait/portrait.h"
#include "studio/project.h"

namespace inkheal::studio {

class Studio {
 public:
    /// Reads, places and inks every piece. @throws Error.
    Studio(gpu::Device& device, Project project);
    ~Studio();

    Picture8 picture(double day, const portrait::View& view, bool bare = false);

    /// cli.md's `measure`; with a folder the chart of every day is written there as day-<D>.exr (day-<D>-<piece>.exr
    /// from the second piece on).
    Json measure(const std::vector<double>& days, const std::filesystem::path& fieldsFolder = {});

    /// cli.md's `place`, of the first piece; further pieces under "pieces". Needs no simulation.
    static Json place(const Project& project);

    /// Sections timed since the last call, for bench.
    std::vector<gpu::SectionTime> takeTimes();

 private:
    struct Body;
    std::unique_ptr<Body> body_;
};

}  // namespace inkheal::studio
