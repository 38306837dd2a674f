// Planted words, names and numbers.

#include <gtest/gtest.h>

#include "house/expect.h"
#include "house/rules.h"

namespace inkheal::house {
namespace {

TEST(Words, VulkanOutsideGpuIsCaught) {
    expectOne(vulkanOutsideGpu({{"src/skin/a.cpp", "int a;\nVkImage image;\n"}}), "src/skin/a.cpp", 2, "VkImage");
    expectOne(vulkanOutsideGpu({{"src/cli/a.cpp", "void f() { vkQueueSubmit(q); }\n"}}), "src/cli/a.cpp", 1,
              "vkQueueSubmit");
    expectOne(vulkanOutsideGpu({{"src/studio/a.cpp", "#include <vulkan/vulkan.h>\n"}}), "src/studio/a.cpp", 1,
              "vulkan");
    expectOne(vulkanOutsideGpu({{"src/studio/a.cpp", "int a = VK_FORMAT_R8_UNORM;\n"}}), "src/studio/a.cpp", 1,
              "VK_FORMAT_R8_UNORM");
}

TEST(Words, VulkanInGpuAndInSentencesPasses) {
    expectNone(vulkanOutsideGpu({{"src/gpu/a.cpp", "VkImage image;\n"},
                                 {"src/cli/a.cpp", "// VkImage is gpu's\nauto s = \"no VkDevice\";\n"},
                                 {"src/cli/b.cpp", "int vkontakte, Vkusno;\n"}}));
}

TEST(Words, EmptyTypeNamesAreCaught) {
    expectOne(emptyNames({{"src/gpu/a.h", "class ImageManager {\n};\n"}}), "src/gpu/a.h", 1, "ImageManager");
    expectOne(emptyNames({{"src/gpu/a.h", "\nstruct MeshData {\n};\n"}}), "src/gpu/a.h", 2, "MeshData");
    expectOne(emptyNames({{"src/gpu/a.h", "enum class InfoKind { a };\n"}}), "src/gpu/a.h", 1, "InfoKind");
    expectOne(emptyNames({{"src/gpu/a.h", "using StringUtils = int;\n"}}), "src/gpu/a.h", 1, "StringUtils");
    expectOne(emptyNames({{"src/gpu/a.h", "class Image {\n    struct Helper {};\n};\n"}}), "src/gpu/a.h", 2, "Helper");
}

TEST(Words, EmptyFileNamesAreCaught) {
    expectOne(emptyNames({{"src/gpu/image_utils.cpp", "int a;\n"}}), "src/gpu/image_utils.cpp", 1, "utils");
    expectOne(emptyNames({{"shaders/skin/data.h", "// a\n"}}), "shaders/skin/data.h", 1, "data");
}

TEST(Words, NamesThatOnlySoundAlikePass) {
    expectNone(
        emptyNames({{"src/gpu/informed.cpp", "struct Database {};\nVkImageCreateInfo info;\nclass Utility2D;\n"}}));
}

TEST(Words, NotesOfUndoneWorkAreCaught) {
    for (const std::string& note :
         {std::string("TO") + "DO", std::string("FIX") + "ME", std::string("X") + "XX", std::string("HA") + "CK"})
        expectOne(notesOfUndoneWork({{"src/gpu/a.cpp", "int a;\n// " + note + ": later\n"}}), "src/gpu/a.cpp", 2, note);
    expectNone(notesOfUndoneWork({{"src/gpu/a.cpp", "// hackles; inkheal-XXXXXX\n"}}));
}

TEST(Words, ConstantsInShadersAreCaught) {
    expectOne(constantsInShaders({{"shaders/skin/a.comp", "void main() {\n    x = 0.35 * y;\n}\n"}}),
              "shaders/skin/a.comp", 2, "0.35");
    expectOne(constantsInShaders({{"shaders/skin/a.frag", "float x = .025;\n"}}), "shaders/skin/a.frag", 1, ".025");
    expectOne(constantsInShaders({{"shaders/skin/a.glsl", "float x = 12.345f;\n"}}), "shaders/skin/a.glsl", 1,
              "12.345f");
}

TEST(Words, LawsHoldConstantsAndShadersHoldPlainNumbers) {
    expectNone(constantsInShaders({{"shaders/skin/laws.h", "const real a = 0.3456;\n"},
                                   {"shaders/skin/a.comp", "x = 0.5 * y + 1.0; v.x1 = 2; // 0.35\n"}}));
}

}  // namespace
}  // namespace inkheal::house
