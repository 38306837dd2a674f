// Scans: every format, files beside the model and no others, and what does not add up is refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/error.h"
#include "intake/intake.h"
#include "made_files.h"
#include "support/temp_folder.h"

namespace inkheal::intake {
namespace {

using test::Bytes;
using ::testing::HasSubstr;

template <class T>
void put(Bytes& to, std::initializer_list<T> values) {
    for (const T value : values) {
        for (const std::uint8_t byte : std::bit_cast<std::array<std::uint8_t, sizeof(T)>>(value)) to.push_back(byte);
    }
}

/// A unit square as two triangles: 4 positions, 6 indices of 16 bits.
Bytes squareBuffer(std::uint16_t lastIndex = 3) {
    Bytes buffer;
    put<float>(buffer, {0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0});
    put<std::uint16_t>(buffer, {0, 1, 2, 0, 2, lastIndex});
    return buffer;
}

std::string squareGltf(const std::string& uri) {
    const std::string place = uri.empty() ? "" : "\"uri\":\"" + uri + "\",";
    return R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0,"translation":[10,0,0]}],
"meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],
"accessors":[{"bufferView":0,"componentType":5126,"count":4,"type":"VEC3","min":[0,0,0],"max":[1,1,0]},
{"bufferView":1,"componentType":5123,"count":6,"type":"SCALAR"}],
"bufferViews":[{"buffer":0,"byteOffset":0,"byteLength":48},{"buffer":0,"byteOffset":48,"byteLength":12}],
"buffers":[{)" +
           place + R"("byteLength":60}]})";
}

Bytes squareGlb() {
    std::string json = squareGltf("");
    json.resize((json.size() + 3) / 4 * 4, ' ');
    const Bytes buffer = squareBuffer();
    Bytes glb = test::bytesOf("glTF");
    put<std::uint32_t>(
        glb, {2, std::uint32_t(12 + 8 + json.size() + 8 + buffer.size()), std::uint32_t(json.size()), 0x4E4F534A});
    glb.insert(glb.end(), json.begin(), json.end());
    put<std::uint32_t>(glb, {std::uint32_t(buffer.size()), 0x004E4942});
    glb.insert(glb.end(), buffer.begin(), buffer.end());
    return glb;
}

class Scans : public ::testing::Test {
 protected:
    ReadMesh read(const std::string& name, const Bytes& bytes) {
        test::save(folder_ / name, bytes);
        return readMesh(folder_ / name);
    }
    std::string refused(const std::string& name, const Bytes& bytes) {
        try {
            read(name, bytes);
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::badInput);
            EXPECT_THAT(error.what(), HasSubstr(name));
            return error.what();
        }
        ADD_FAILURE() << name << " was read";
        return "";
    }
    test::TempFolder folder_;
};

void expectSquare(const ReadMesh& mesh, float left = 0) {
    EXPECT_EQ(mesh.positions.size(), 4u);
    EXPECT_EQ(mesh.triangles.size(), 2u);
    const auto [least, most] =
        std::minmax_element(mesh.positions.begin(), mesh.positions.end(), [](auto& a, auto& b) { return a.x < b.x; });
    EXPECT_FLOAT_EQ(least->x, left);
    EXPECT_FLOAT_EQ(most->x, left + 1);
}

const std::string squareObj = "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 1 1\nvt 0 1\nf 1/1 2/2 3/3 4/4\n";

TEST_F(Scans, ObjKeepsItsUvAndNeedsNoMaterial) {
    const auto mesh = read("square.obj", test::bytesOf("mtllib nowhere.mtl\n" + squareObj));
    expectSquare(mesh);
    ASSERT_EQ(mesh.uv.size(), 4u);
}

TEST_F(Scans, PlyAndStlAreTakenByContentNotByName) {
    expectSquare(read(
        "ply.scan",
        test::bytesOf("ply\nformat ascii 1.0\nelement vertex 4\nproperty float x\nproperty float y\nproperty float z\n"
                      "element face 2\nproperty list uchar int vertex_indices\nend_header\n"
                      "0 0 0\n1 0 0\n1 1 0\n0 1 0\n3 0 1 2\n3 0 2 3\n")));
    const std::string facet = "facet normal 0 0 1\nouter loop\n", end = "endloop\nendfacet\n";
    expectSquare(read("stl.scan",
                      test::bytesOf("solid square\n" + facet + "vertex 0 0 0\nvertex 1 0 0\nvertex 1 1 0\n" + end +
                                    facet + "vertex 0 0 0\nvertex 1 1 0\nvertex 0 1 0\n" + end + "endsolid square\n")));
    Bytes binary(80, 0);
    put<std::uint32_t>(binary, {2});
    for (const auto& corners :
         {std::array<float, 9>{0, 0, 0, 1, 0, 0, 1, 1, 0}, std::array<float, 9>{0, 0, 0, 1, 1, 0, 0, 1, 0}}) {
        put<float>(binary, {0, 0, 1});
        for (const float value : corners) put<float>(binary, {value});
        put<std::uint16_t>(binary, {0});
    }
    expectSquare(read("binary.scan", binary));
}

TEST_F(Scans, GltfTakesItsBufferFromBesideTheModel) {
    test::save(folder_ / "square.bin", squareBuffer());
    expectSquare(read("square.gltf", test::bytesOf(squareGltf("square.bin"))), 10);
    expectSquare(read("square.glb", squareGlb()), 10);
}

TEST_F(Scans, GltfMayNotReachOutOfItsFolder) {
    std::filesystem::create_directory(folder_ / "inside");
    test::save(folder_ / "square.bin", squareBuffer());
    refused("inside/square.gltf", test::bytesOf(squareGltf("../square.bin")));
    refused("inside/square.gltf", test::bytesOf(squareGltf((folder_ / "square.bin").string())));
    refused("inside/square.gltf", test::bytesOf(squareGltf("missing.bin")));
}

TEST_F(Scans, IndicesBeyondThePointsAreRefused) {
    test::save(folder_ / "square.bin", squareBuffer(900));
    refused("square.gltf", test::bytesOf(squareGltf("square.bin")));
    refused("square.obj", test::bytesOf("v 0 0 0\nv 1 0 0\nv 1 1 0\nf 1 2 99\n"));
}

TEST_F(Scans, PointsThatAreNotFiniteAreRefused) {
    Bytes buffer = squareBuffer();
    const std::uint32_t nan = 0x7fc00000;
    std::memcpy(buffer.data(), &nan, sizeof nan);
    test::save(folder_ / "square.bin", buffer);
    refused("square.gltf", test::bytesOf(squareGltf("square.bin")));
}

TEST_F(Scans, TrianglesWithoutAreaAreDroppedWithAWarning) {
    const auto mesh = read("square.obj", test::bytesOf(squareObj + "f 1/1 2/2 2/2\n"));
    EXPECT_EQ(mesh.triangles.size(), 2u);
    refused("line.obj", test::bytesOf("v 0 0 0\nv 1 0 0\nv 2 0 0\nf 1 2 3\n"));
}

TEST_F(Scans, NodesThatContainThemselvesAreRefused) {
    test::save(folder_ / "square.bin", squareBuffer());
    std::string text = squareGltf("square.bin");
    const std::string node = "{\"mesh\":0,";
    text.replace(text.find(node), node.size(), "{\"mesh\":0,\"children\":[0],");
    refused("cycle.gltf", test::bytesOf(text));
}

TEST_F(Scans, GarbageAndPicturesAreRefused) {
    EXPECT_THAT(refused("a", test::bytesOf("hello")), HasSubstr("glTF"));
    refused("b", test::png(test::corners()));
    refused("c", {});
    refused("d", test::bytesOf("ply\nformat ascii 1.0\nelement vertex 4000000000\nproperty float x\nend_header\n"));
    Bytes glb = squareGlb();
    glb.resize(glb.size() / 2);
    refused("e", glb);
}

}  // namespace
}  // namespace inkheal::intake
