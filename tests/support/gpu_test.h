#pragma once
// The fixture of every test that needs a device: one device a process, with core and synchronization validation; a
// single validation message fails the test it came in.

#include <gtest/gtest.h>

#include <memory>

#include "gpu/commands.h"
#include "gpu/device.h"
#include "support/temp_folder.h"

namespace inkheal::test {

class GpuTest : public ::testing::Test {
 public:
    static gpu::Device& device() {
        static const TempFolder cache;
        static gpu::Device opened(gpu::DeviceChoice{.wanted = {}, .validate = true, .cacheFolder = cache.path()});
        return opened;
    }

 protected:
    GpuTest() : messagesBefore_(device().validationMessages()) {}

    gpu::Commands& commands() {
        if (!commands_) commands_ = std::make_unique<gpu::Commands>(device());
        return *commands_;
    }

    void TearDown() override {
        commands_.reset();
        EXPECT_EQ(device().validationMessages(), messagesBefore_) << "the validation layers spoke; see standard error";
    }

 private:
    int messagesBefore_;
    std::unique_ptr<gpu::Commands> commands_;
};

}  // namespace inkheal::test
