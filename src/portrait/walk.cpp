#include "portrait/walk.h"

#include <algorithm>

#include "portrait/walk_maths.h"

namespace inkheal::portrait {
namespace {

constexpr int threadsGoal = 4096;  // of one dispatch: short enough to be interrupted
constexpr int walksOfThread = 64;

}  // namespace

Walk::Walk(gpu::Device& device) : device_(device), kernel_(device, "portrait/walk") {}

std::vector<float> Walk::reflectance(gpu::Commands& gpu, const Slab& slab, float lowMm, float binMm, int bins,
                                     int walks, std::uint32_t seed) {
    WalkInputs in{};
    in.epidermisMm = slab.epidermisMm;
    in.epidermisAbsorb = slab.epidermisAbsorb, in.epidermisScatter = slab.epidermisScatter;
    in.dermisAbsorb = slab.dermisAbsorb, in.dermisScatter = slab.dermisScatter;
    in.inkAbsorb = slab.inkAbsorb, in.inkScatter = slab.inkScatter;
    in.inkTopMm = slab.inkTopMm, in.inkBottomMm = slab.inkBottomMm;
    in.widthMm = slab.widthMm;
    in.lowMm = lowMm, in.binMm = binMm, in.bins = bins;
    in.floorMm = slab.floorMm, in.forwardness = slab.forwardness, in.forwardDepthMm = slab.forwardDepthMm;
    in.shape = int(slab.shape);
    in.litBelow = slab.litBelow0;
    in.walks = walksOfThread;
    in.walkers = bins * std::max(threadsGoal / bins, 1);
    const int ofBin = in.walkers / bins * walksOfThread, rounds = std::max((walks + ofBin - 1) / ofBin, 1);
    gpu::Buffer sums(device_, "walks' sums", sizeof(float) * std::size_t(in.walkers));
    std::vector<double> all(std::size_t(bins), 0);
    for (int round = 0; round < rounds; ++round) {
        in.seed = seed * 7919u + std::uint32_t(round);
        gpu.run(kernel_, in, {sums}, {in.walkers});
        gpu.submit();
        const std::vector<float> part = sums.downloadAs<float>();
        for (std::size_t i = 0; i < part.size(); ++i) all[i % std::size_t(bins)] += double(part[i]);
    }
    std::vector<float> mean;
    for (const double sum : all) mean.push_back(float(law::walk::enteringMean * sum / (double(ofBin) * rounds)));
    return mean;
}

}  // namespace inkheal::portrait
