#pragma once
// What most tests of the command line need: a folder of their own with a small design in it, and the options of the
// quickest project there is.

#include <gtest/gtest.h>

#include "base/picture.h"
#include "cli/child.h"
#include "support/temp_folder.h"

namespace inkheal::test {

/// A black square with bare skin round it; for tests at sizes where square.png would be coarse.
extern const std::string squareSvg;

class Cli : public ::testing::Test {
 protected:
    Cli();

    std::string at(const std::string& name) const { return (folder_ / name).string(); }
    std::string write(const std::string& name, const std::string& text) const;
    std::string textOf(const std::string& name) const;
    Picture8 pictureAt(const std::string& name) const;
    /// The names of what lies in the folder, hidden ones too, in order.
    Words names() const;

    /// square.png as a 5 mm square on a plane, draft; and small() too for a picture of it, 320x180.
    Words quick() const;
    static Words small();

 private:
    TempFolder folder_;
};

/// Largest difference of any channel; 256 for pictures of other sizes.
int farthestApart(const Picture8& a, const Picture8& b);

}  // namespace inkheal::test
