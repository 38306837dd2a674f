#pragma once
// A project on the screen: what is wanted (day, view, skin), what the screen shows, and the way from one to the other
// in steps short enough that the window answers between two of them.

#include <chrono>
#include <memory>

#include "desktop/bar.h"
#include "desktop/hand.h"
#include "desktop/orbit.h"
#include "desktop/pane.h"
#include "desktop/site_stand.h"
#include "gpu/present.h"
#include "studio/studio.h"

namespace inkheal::desktop {

class Desk {
 public:
    /// @throws Error as opening the project does.
    Desk(gpu::Device& device, Pane& pane, studio::Project project);

    /// Until the hand asks to quit. @throws Error (interrupted) on a signal.
    void sit();

 private:
    /// What one picture was taken of.
    struct Subject {
        int opened = 0;  // how many projects were opened before
        double day = 0;
        Orbit orbit;
        gpu::PixelBox place;

        bool operator==(const Subject&) const = default;
    };

    void open(studio::Project project);
    void reopen(studio::Project project);
    void obey(const Wishes& wishes);
    void change(const Wishes& wishes);
    void turn(const Wishes& wishes);
    double step();
    bool layOut();
    void drawTimeline();
    bool show();
    void take(const Subject& subject, bool sharp);
    void refine();
    void save();
    void say(const std::string& note);
    void setTitle();
    bool bare() const;

    gpu::Device& device_;
    Pane& pane_;
    Hand hand_;
    gpu::Present present_;
    std::unique_ptr<studio::Studio> studio_;
    std::unique_ptr<SiteStand> stand_;
    std::string note_;  // in the title until the next wish

    Subject wanted_, taken_;
    PhaseCourse phases_;      // of this skin
    double farthestDay_ = 0;  // that this skin has healed to
    bool sharp_ = false, shown_ = false;
    int samples_ = 0;          // sub-frames of the finer picture
    double sharpSeconds_ = 1;  // that the last sharp picture took
    std::chrono::steady_clock::time_point changed_;

    gpu::Present::Size size_;
    int scale_ = 1;
    Picture8 picture_;
    gpu::Image pictureImage_, barImage_;
    BarLook barLook_;
};

}  // namespace inkheal::desktop
