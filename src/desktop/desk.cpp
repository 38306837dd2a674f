#include "desktop/desk.h"

#include <cstdio>
#include <filesystem>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/png.h"
#include "base/units.h"
#include "healing/phase.h"

namespace inkheal::desktop {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double idleSeconds = 0.25;            // between two looks at the signals
constexpr double retrySeconds = 0.02;           // after the window could not take a picture
constexpr double stillSeconds = 0.15;           // without a wish before the picture is made sharp
constexpr double heldSeconds = 0.5;             // the same while a button is down
constexpr double quickSeconds = 0.03;           // a sharp picture that quick needs no draft before it
constexpr int draftDivisor = 2;                 // of width and height
constexpr int betterSamples = 16;               // sub-frames from which on it is finer than `render`'s
constexpr int stillSamples = 64;                // of it once the view has stood still for long
constexpr int leastPixels = 16;                 // of a picture's side
constexpr glm::vec3 around{0.1f, 0.1f, 0.11f};  // where no picture is

double secondsSince(Clock::time_point then) {
    return std::chrono::duration<double>(Clock::now() - then).count();
}

void upload(gpu::Device& device, const char* name, const Picture8& picture, gpu::Image& image) {
    if (!image || image.width() != picture.width || image.height() != picture.height)
        image = gpu::Image(device, name, {picture.width, picture.height, 1, gpu::Format::rgba8});
    image.uploadFrom(std::span<const std::uint8_t>(picture.rgba));
}

/// A name of the working folder that is not taken yet: inkheal-day-5.png, inkheal-day-5-2.png ...
std::filesystem::path freeName(double day) {
    const std::string stem = "inkheal-day-" + dayText(day);
    std::filesystem::path file = stem + ".png";
    for (int number = 2; std::filesystem::exists(file); ++number) file = stem + "-" + std::to_string(number) + ".png";
    return file;
}

}  // namespace

Desk::Desk(gpu::Device& device, Pane& pane, studio::Project project)
    : device_(device), pane_(pane), hand_(pane.handle()), present_(device, pane.handle()) {
    if (layOut()) show();
    if (project.pieces.empty()) project.pieces.emplace_back();
    open(std::move(project));
}

void Desk::open(studio::Project project) {
    auto stand = std::make_unique<SiteStand>(project);
    studio_ = std::make_unique<studio::Studio>(device_, std::move(project));
    stand_ = std::move(stand);
    for (const std::string& warning : studio_->warnings()) std::fprintf(stderr, "inkheal: %s.\n", warning.c_str());
    ++wanted_.opened;
    phases_.forget();
    farthestDay_ = bare() ? Timeline::lastDay() : 0;
}

/// Opens another project, or keeps this one and says why not.
void Desk::reopen(studio::Project project) {
    const studio::Project before = studio_->project();
    std::unique_ptr<studio::Studio> kept = std::move(studio_);
    const bool roomForTwo = device_.usedBytes() < device_.budgetBytes() / 2;
    if (!roomForTwo) kept.reset();
    try {
        open(std::move(project));
        return;
    } catch (const Error& error) {
        if (error.exit == Exit::interrupted) throw;
        say(error.what());
    }
    if (kept)
        studio_ = std::move(kept);
    else
        open(before);
}

bool Desk::bare() const {
    for (const studio::PieceWish& piece : studio_->project().pieces)
        if (!piece.design.empty()) return false;
    return true;
}

void Desk::sit() {
    double wait = 0;
    for (;;) {
        pane_.wait(wait);
        stopIfInterrupted();
        const Wishes wishes = hand_.take();
        if (wishes.quit) return;
        obey(wishes);
        setTitle();
        wait = step();
    }
}

void Desk::obey(const Wishes& wishes) {
    if (wishes.uncovered) shown_ = false;
    if (wishes.fullscreen) pane_.toggleFullscreen();
    if (wishes.any()) {
        note_.clear();
        changed_ = Clock::now();
    }
    turn(wishes);
    if (wishes.ends == Wishes::Ends::first) wanted_.day = 0;
    if (wishes.ends == Wishes::Ends::last) wanted_.day = Timeline::lastDay();
    if (wishes.scrubbedX) wanted_.day = nearestStop(barTimeline(size_.width, scale_).dayAt(*wishes.scrubbedX));
    if (wishes.stops) wanted_.day = stopsLater(wanted_.day, wishes.stops);
    if (wishes.tone || !wishes.dropped.empty()) change(wishes);
    if (wishes.save) save();
}

/// The person or the design.
void Desk::change(const Wishes& wishes) {
    studio::Project project = studio_->project();
    if (wishes.tone) project.tone = "monk-" + std::to_string(wishes.tone);
    if (!wishes.dropped.empty()) project.pieces.front().design = wishes.dropped;
    if (!wishes.dropped.empty() || project.tone != studio_->project().tone) reopen(std::move(project));
}

void Desk::turn(const Wishes& wishes) {
    if (wishes.reset) wanted_.orbit.reset();
    if (wishes.dragged == glm::vec2(0) && wishes.wheel == 0) return;
    const int width = std::max(wanted_.place.width, leastPixels), height = std::max(wanted_.place.height, leastPixels);
    if (!wanted_.orbit.moved()) wanted_.orbit.startFrom(stand_->at(width, height));
    wanted_.orbit.drag(wishes.dragged / float(height));
    wanted_.orbit.zoom(wishes.wheel);
}

/// One step from what the screen shows toward what is wanted. Returns how long nothing needs to be done.
double Desk::step() {
    if (pane_.minimised()) return idleSeconds;
    if (!layOut()) return idleSeconds;
    drawTimeline();
    if (!shown_) {
        shown_ = show();
        return shown_ ? 0 : retrySeconds;
    }
    Subject next = wanted_;
    next.day = walked(farthestDay_, wanted_.day);
    if (!(taken_ == next)) {
        take(next, sharpSeconds_ < quickSeconds);
        return 0;
    }
    if (sharp_) {
        if (samples_ >= stillSamples) return idleSeconds;
        refine();
        return 0;
    }
    const double left = (hand_.holds() ? heldSeconds : stillSeconds) - secondsSince(changed_);
    if (left > 0) return left;
    take(next, true);
    return 0;
}

/// Fits everything to the window; false if that has no pixels now.
bool Desk::layOut() {
    const gpu::Present::Size size = present_.size();
    if (size.width == 0) return false;
    if (size == size_) return true;
    size_ = size;
    scale_ = pane_.scale();
    const int barTop = std::max(size.height - barHeight(scale_), 0);
    wanted_.place = {0, 0, size.width, barTop};
    hand_.setBarTop(barTop);
    shown_ = false;
    changed_ = Clock::now();
    return true;
}

void Desk::drawTimeline() {
    const BarLook look{size_.width, scale_, taken_.day, wanted_.day, phases_};
    if (look == barLook_) return;
    upload(device_, "timeline", drawBar(look), barImage_);
    barLook_ = look;
    shown_ = false;
}

bool Desk::show() {
    std::vector<gpu::Layer> layers;
    if (pictureImage_) layers.push_back({&pictureImage_, wanted_.place});
    const int below = size_.height - wanted_.place.height;
    if (barImage_ && barImage_.width() == size_.width && barImage_.height() == below)
        layers.push_back({&barImage_, {0, wanted_.place.height, size_.width, below}});
    return present_.show(layers, around);
}

void Desk::take(const Subject& subject, bool sharp) {
    const Clock::time_point began = Clock::now();
    const int divisor = sharp ? 1 : draftDivisor;
    portrait::View view = subject.orbit.view(std::max(subject.place.width / divisor, leastPixels),
                                             std::max(subject.place.height / divisor, leastPixels));
    view.samples = sharp ? 0 : 1;
    samples_ = 0;
    picture_ = studio_->picture(subject.day, view);
    upload(device_, "picture", picture_, pictureImage_);
    if (!(taken_.opened == subject.opened && taken_.day == subject.day))
        phases_.saw(subject.day, studio_->phase(subject.day));
    taken_ = subject;
    farthestDay_ = std::max(farthestDay_, subject.day);
    sharp_ = sharp;
    if (sharp) sharpSeconds_ = secondsSince(began);
    shown_ = false;
}

/// Adds a sub-frame to a finer picture of the same, which is shown once it is better than the first.
void Desk::refine() {
    portrait::View view = taken_.orbit.view(picture_.width, picture_.height);
    view.samples = stillSamples;
    view.done = samples_, view.until = samples_ + 1;
    Picture8 finer = studio_->picture(taken_.day, view);
    if (++samples_ < betterSamples) return;
    picture_ = std::move(finer);
    upload(device_, "picture", picture_, pictureImage_);
    shown_ = false;
}

/// What is saved is the command line's picture, however far this one has been refined.
void Desk::save() {
    layOut();
    if (!(taken_ == wanted_) || !sharp_ || samples_ > 0) take(wanted_, true);
    const std::filesystem::path file = freeName(taken_.day);
    try {
        writePng(file, picture_);
        say("saved " + file.string());
    } catch (const Error& error) {
        if (error.exit == Exit::interrupted) throw;
        say(error.what());
    }
}

void Desk::say(const std::string& note) {
    note_ = note;
    std::fprintf(stderr, "inkheal: %s\n", note.c_str());
}

void Desk::setTitle() {
    std::string what = "drop a design", said = note_;
    if (!bare()) {
        const healing::Phase phase = phases_.at(wanted_.day);
        what = dayWords(wanted_.day) + ", " + healing::phaseName(phase);
        if (said.empty()) said = healing::wordsOf(phase).seen;
    }
    pane_.setTitle("Inkheal: " + what + (said.empty() ? "" : " - " + said));
}

}  // namespace inkheal::desktop
