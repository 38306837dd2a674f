#include "bake/smooth.h"

#include <opensubdiv/bfr/refinerSurfaceFactory.h>
#include <opensubdiv/bfr/surface.h>
#include <opensubdiv/bfr/tessellation.h>
#include <opensubdiv/far/topologyDescriptor.h>
#include <opensubdiv/far/topologyRefinerFactory.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "base/check.h"

namespace inkheal::bake {

namespace {

namespace far = OpenSubdiv::Far;
namespace bfr = OpenSubdiv::Bfr;

std::unique_ptr<far::TopologyRefiner> refinerOf(const Cage& cage) {
    far::TopologyDescriptor descriptor;
    const std::vector<int> sizes(cage.quads.size(), 4);
    far::TopologyDescriptor::FVarChannel channel;
    channel.numValues = int(cage.uv.size());
    channel.valueIndices = cage.uvQuads.front().data();
    descriptor.numVertices = int(cage.positions.size());
    descriptor.numFaces = int(cage.quads.size());
    descriptor.numVertsPerFace = sizes.data();
    descriptor.vertIndicesPerFace = cage.quads.front().data();
    descriptor.numFVarChannels = 1;
    descriptor.fvarChannels = &channel;
    OpenSubdiv::Sdc::Options options;
    options.SetVtxBoundaryInterpolation(OpenSubdiv::Sdc::Options::VTX_BOUNDARY_EDGE_AND_CORNER);
    options.SetFVarLinearInterpolation(OpenSubdiv::Sdc::Options::FVAR_LINEAR_CORNERS_PLUS1);
    using Factory = far::TopologyRefinerFactory<far::TopologyDescriptor>;
    std::unique_ptr<far::TopologyRefiner> refiner(
        Factory::Create(descriptor, Factory::Options(OpenSubdiv::Sdc::SCHEME_CATMARK, options)));
    check(refiner != nullptr, "the cage is a mesh that OpenSubdiv takes");
    return refiner;
}

struct Sample {
    glm::vec3 position, normal;
    glm::vec2 uv;
};

/// One quad's limit surface, position and texture together.
class Quad {
 public:
    Quad(const bfr::RefinerSurfaceFactory<>& factory, const Cage& cage, int face) {
        check(factory.InitSurfaces<float>(face, &place_, &texture_), "every quad has a limit surface");
        placePoints_.resize(std::size_t(place_.GetNumPatchPoints()) * 3);
        place_.PreparePatchPoints(&cage.positions.front().x, 3, placePoints_.data(), 3);
        texturePoints_.resize(std::size_t(texture_.GetNumPatchPoints()) * 2);
        texture_.PreparePatchPoints(&cage.uv.front().x, 2, texturePoints_.data(), 2);
    }

    bfr::Parameterization parameters() const { return place_.GetParameterization(); }

    Sample at(const glm::vec2& st) const {
        Sample sample{};
        glm::vec3 alongS, alongT;
        place_.Evaluate(&st.x, placePoints_.data(), 3, &sample.position.x, &alongS.x, &alongT.x);
        texture_.Evaluate(&st.x, texturePoints_.data(), 2, &sample.uv.x);
        const glm::vec3 n = glm::cross(alongS, alongT);
        const float length = glm::length(n);
        sample.normal = length > 0 ? n / length : glm::vec3(0);
        return sample;
    }

 private:
    bfr::Surface<float> place_, texture_;
    std::vector<float> placePoints_, texturePoints_;
};

/// The growing mesh; points on corners and edges are made once for the surface and once for each side of a seam.
class Builder {
 public:
    explicit Builder(const Cage& cage) : cage_(cage) {}

    std::uint32_t add(const Sample& sample) {
        mesh.positionsMm.push_back(sample.position);
        mesh.normals.push_back(sample.normal);
        mesh.uv.push_back(sample.uv);
        return std::uint32_t(mesh.positionsMm.size() - 1);
    }

    std::uint32_t corner(std::size_t face, std::size_t k, const Sample& sample) {
        const int vertex = cage_.quads[face][k];
        return shared({vertex, -1, 0}, {cage_.uvQuads[face][k], -1}, sample);
    }

    /// Point number `step` (1 ...) of `rate` from corner k to the next.
    std::uint32_t onEdge(std::size_t face, std::size_t k, int step, int rate, const Sample& sample) {
        int a = cage_.quads[face][k], b = cage_.quads[face][(k + 1) % 4];
        int ua = cage_.uvQuads[face][k], ub = cage_.uvQuads[face][(k + 1) % 4];
        if (a > b) std::swap(a, b), std::swap(ua, ub), step = rate - step;
        return shared({a, b, step}, {ua, ub}, sample);
    }

    body::Mesh mesh;

 private:
    std::uint32_t shared(const std::array<int, 3>& place, const std::array<int, 2>& texture, Sample sample) {
        const auto [first, fresh] = places_.try_emplace(place, std::uint32_t(mesh.positionsMm.size()));
        if (!fresh) {
            sample.position = mesh.positionsMm[first->second];
            sample.normal = mesh.normals[first->second];
        }
        const auto [found, freshTexture] = known_.try_emplace({place[0], place[1], place[2], texture[0], texture[1]},
                                                              std::uint32_t(mesh.positionsMm.size()));
        return freshTexture ? add(sample) : found->second;
    }

    const Cage& cage_;
    std::map<std::array<int, 3>, std::uint32_t> places_;
    std::map<std::array<int, 5>, std::uint32_t> known_;
};

/// Into how many parts the quad's edge k is split so that none is longer than asked. Found once for both quads of the
/// edge.
class Rates {
 public:
    Rates(const Cage& cage, const EdgeMm& edgeMm) : cage_(cage), edgeMm_(edgeMm) {}

    int of(const Quad& quad, std::size_t face, std::size_t k) {
        const int a = cage_.quads[face][k], b = cage_.quads[face][(k + 1) % 4];
        const auto [found, fresh] = known_.try_emplace(std::minmax(a, b), 1);
        if (fresh) found->second = measure(quad, k);
        return found->second;
    }

 private:
    /// Parameters run evenly along an edge but millimetres do not: the widest of a few even steps decides.
    int measure(const Quad& quad, std::size_t k) const {
        constexpr std::array<glm::vec2, 4> corners{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
        constexpr int steps = 8;
        glm::vec3 before = quad.at(corners[k]).position;
        float widest = 0, wanted = 1e30f;
        for (int i = 1; i <= steps; ++i) {
            const glm::vec3 p = quad.at(glm::mix(corners[k], corners[(k + 1) % 4], float(i) / steps)).position;
            widest = std::max(widest, glm::distance(p, before));
            wanted = std::min(wanted, edgeMm_(p));
            before = p;
        }
        return std::clamp(int(std::ceil(widest * steps / wanted)), 1, 256);
    }

    const Cage& cage_;
    const EdgeMm& edgeMm_;
    std::map<std::pair<int, int>, int> known_;
};

void tessellate(Builder& builder, const Quad& quad, std::size_t face, const std::array<int, 4>& rates) {
    bfr::Tessellation pattern(quad.parameters(), 4, rates.data());
    check(pattern.IsValid(), "the rates of a quad make a pattern");
    std::vector<glm::vec2> coords(std::size_t(pattern.GetNumCoords()));
    pattern.GetCoords(&coords.front().x);
    std::vector<int> boundary, interior;
    std::size_t at = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        boundary.push_back(int(builder.corner(face, k, quad.at(coords[at++]))));
        for (int step = 1; step < rates[k]; ++step)
            boundary.push_back(int(builder.onEdge(face, k, step, rates[k], quad.at(coords[at++]))));
    }
    checkEqual(int(at), pattern.GetNumBoundaryCoords(), "points on a quad's border");
    for (; at < coords.size(); ++at) interior.push_back(int(builder.add(quad.at(coords[at]))));
    std::vector<int> facets(std::size_t(pattern.GetNumFacets()) * 3);
    pattern.GetFacets(facets.data());
    pattern.TransformFacetCoordIndices(facets.data(), boundary.data(), interior.data());
    for (std::size_t i = 0; i < facets.size(); i += 3)
        builder.mesh.triangles.push_back(
            {std::uint32_t(facets[i]), std::uint32_t(facets[i + 1]), std::uint32_t(facets[i + 2])});
}

}  // namespace

body::Mesh smooth(const Cage& cage, const EdgeMm& edgeMm) {
    const auto refiner = refinerOf(cage);
    bfr::SurfaceFactory::Options options;
    options.SetDefaultFVarID(0).SetApproxLevelSmooth(3);
    const bfr::RefinerSurfaceFactory<> factory(*refiner, options);
    Builder builder(cage);
    Rates rates(cage, edgeMm);
    for (std::size_t face = 0; face < cage.quads.size(); ++face) {
        const Quad quad(factory, cage, int(face));
        std::array<int, 4> split{};
        for (std::size_t k = 0; k < 4; ++k) split[k] = rates.of(quad, face, k);
        tessellate(builder, quad, face, split);
    }
    return std::move(builder.mesh);
}

}  // namespace inkheal::bake
