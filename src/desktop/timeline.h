#pragma once
// The bar of days along the lower edge: four weeks of healing are wide, the years after them are pressed together. Pure
// maths: which day lies under which pixel, which days a hand stops at, and how far time walks at once.

#include <string>
#include <vector>

namespace inkheal::desktop {

class Timeline {
 public:
    Timeline() = default;
    /// Day 0 lies at pixel `left`, the last day `width` pixels further.
    Timeline(float left, float width) : left_(left), width_(width) {}

    static double lastDay();

    float pixelOf(double days) const;
    /// Of any pixel; before the bar it is day 0, after it the last day.
    double dayAt(float pixel) const;

 private:
    float left_ = 0, width_ = 1;
};

/// Every day of four weeks, weeks to the thirteenth, months to a year, half years to the last day.
const std::vector<double>& stops();
double nearestStop(double days);
/// `count` stops later, or earlier if negative; held at the ends.
double stopsLater(double days, int count);

/// On the way from `reached` to a later day `wanted`: a stretch of healing short enough that the window answers between
/// two of them.
double walked(double reached, double wanted);

/// "day 5", "week 6", "4 months", "1.5 years".
std::string dayWords(double days);

}  // namespace inkheal::desktop
