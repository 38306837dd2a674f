#pragma once
// One open project: owns the body, the charts, the skin of every piece and the portrait, and answers "the picture on
// day d from view v", "what does the simulation say on day d", "how well does the stencil fit". The command line and
// the window both work through it.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/picture.h"
#include "gpu/commands.h"
#include "healing/phase.h"
#include "portrait/portrait.h"
#include "studio/project.h"

namespace inkheal::studio {

class Studio {
 public:
    /// Reads, places and inks every piece. @throws Error.
    Studio(gpu::Device& device, Project project);
    ~Studio();

    /// The picture on `day` (of the project: each piece is its own ageDays older). `bare` leaves the pieces out. The
    /// same day gives the same bytes whatever was asked before. @throws Error (usage) for an unknown light.
    Picture8 picture(double day, const portrait::View& view, bool bare = false);

    /// The same picture by Monte Carlo, `view.samples` paths a pixel: slow, and right. Says how far it has come, 0
    /// to 1.
    Picture8 reference(double day, const portrait::View& view, bool bare, const std::function<void(double)>& progress);

    /// Light of the last picture, linear Rec. 709, exposed and white-balanced, without the tone curve.
    Picture light() const;

    /// cli.md's `measure` without its days, and one entry of "days"; of the first piece, those of further ones under
    /// "pieces". With a folder the chart is written there too, as day-<D>.exr (day-<D>-<piece>.exr from the second
    /// piece on).
    Json measured();
    Json measuredDay(double day, const std::filesystem::path& fieldsFolder = {});

    /// How far the first piece has healed; as usual where there is none.
    healing::Phase phase(double day);

    /// What a person should know of the designs and how they lie: from reading and separating them.
    const std::vector<std::string>& warnings() const;

    const Project& project() const;

    /// Sections timed since the last call, for bench.
    std::vector<gpu::SectionTime> takeTimes();

 private:
    struct Body;
    std::unique_ptr<Body> body_;
};

/// cli.md's `place`, of the first piece; further pieces under "pieces". Needs no device. @throws Error.
Json placeProject(const Project& project);

}  // namespace inkheal::studio
