// The layouts as the shaders' SPIR-V declares them, through SPIRV-Cross.

#include <spirv_cross/spirv_cross_c.h>

#include <algorithm>
#include <span>
#include <stdexcept>

#include "house/layout.h"

namespace inkheal::house {
namespace {

void need(spvc_result result) {
    if (result != SPVC_SUCCESS) throw std::runtime_error("SPIRV-Cross cannot read the shader");
}

class Spirv {
 public:
    explicit Spirv(const gpu::EmbeddedShader& shader) {
        need(spvc_context_create(&context_));
        spvc_parsed_ir ir = nullptr;
        need(spvc_context_parse_spirv(context_, shader.words.data(), shader.words.size(), &ir));
        need(spvc_context_create_compiler(context_, SPVC_BACKEND_NONE, ir, SPVC_CAPTURE_MODE_TAKE_OWNERSHIP,
                                          &compiler_));
        need(spvc_compiler_create_shader_resources(compiler_, &resources_));
    }
    ~Spirv() { spvc_context_destroy(context_); }
    Spirv(const Spirv&) = delete;
    Spirv& operator=(const Spirv&) = delete;

    /// The type of the block; none if the shader makes no use of it.
    spvc_type block(std::optional<unsigned> binding) const {
        if (!binding) {
            const auto pushes = list(SPVC_RESOURCE_TYPE_PUSH_CONSTANT);
            return pushes.empty() ? nullptr : type(pushes[0].base_type_id);
        }
        for (const auto& buffer : list(SPVC_RESOURCE_TYPE_STORAGE_BUFFER))
            if (spvc_compiler_get_decoration(compiler_, buffer.id, SpvDecorationBinding) == *binding)
                return type(buffer.base_type_id);
        return nullptr;
    }

    spvc_type memberType(spvc_type of, unsigned index) const { return type(spvc_type_get_member_type(of, index)); }

    std::size_t sizeOf(spvc_type of) const {
        std::size_t bytes = 0;
        need(spvc_compiler_get_declared_struct_size(compiler_, of, &bytes));
        return bytes;
    }

    std::size_t strideOf(spvc_type of, unsigned index) const {
        unsigned bytes = 0;
        need(spvc_compiler_type_struct_member_array_stride(compiler_, of, index, &bytes));
        return bytes;
    }

    LaidMember member(spvc_type of, unsigned index) const {
        const spvc_type own = memberType(of, index);
        unsigned offset = 0;
        need(spvc_compiler_type_struct_member_offset(compiler_, of, index, &offset));
        LaidMember laid{.name = {}, .type = word(own), .offset = offset};
        if (spvc_type_get_num_array_dimensions(own) > 0) {
            laid.count = int(spvc_type_get_array_dimension(own, 0));
            laid.size = std::size_t(laid.count) * strideOf(of, index);
        } else {
            need(spvc_compiler_get_declared_struct_member_size(compiler_, of, index, &laid.size));
        }
        return laid;
    }

 private:
    spvc_type type(spvc_type_id id) const { return spvc_compiler_get_type_handle(compiler_, id); }

    std::span<const spvc_reflected_resource> list(spvc_resource_type kind) const {
        const spvc_reflected_resource* first = nullptr;
        std::size_t count = 0;
        need(spvc_resources_get_resource_list_for_type(resources_, kind, &first, &count));
        return {first, count};
    }

    static std::string word(spvc_type type) {
        const auto base = spvc_type_get_basetype(type);
        const unsigned rows = spvc_type_get_vector_size(type), columns = spvc_type_get_columns(type);
        if (base == SPVC_BASETYPE_STRUCT) return "struct";
        const std::string scalar = base == SPVC_BASETYPE_FP32     ? "float"
                                   : base == SPVC_BASETYPE_INT32  ? "int"
                                   : base == SPVC_BASETYPE_UINT32 ? "uint"
                                                                  : "another type";
        if (columns > 1) return "mat" + std::to_string(columns);
        if (rows > 1) return (scalar == "float" ? "" : scalar.substr(0, 1)) + "vec" + std::to_string(rows);
        return scalar;
    }

    spvc_context context_ = nullptr;
    spvc_compiler compiler_ = nullptr;
    spvc_resources resources_ = nullptr;
};

const SharedStruct* named(const std::vector<SharedStruct>& shared, const std::string& name) {
    const auto found = std::find_if(shared.begin(), shared.end(), [&](const auto& s) { return s.name == name; });
    return found == shared.end() ? nullptr : &*found;
}

/// Adds the struct that member `index` of `of` is (or is an array of), then the structs inside it.
void add(const Spirv& spirv, spvc_type of, unsigned index, const SharedStruct& text,
         const std::vector<SharedStruct>& shared, std::vector<Laid>& all) {
    const spvc_type own = spirv.memberType(of, index);
    const bool array = spvc_type_get_num_array_dimensions(own) > 0;
    Laid laid{text.name, array ? spirv.strideOf(of, index) : (spirv.sizeOf(own) + 15) / 16 * 16, {}};
    const unsigned count = spvc_type_get_num_member_types(own);
    for (unsigned i = 0; i < count; ++i) {
        laid.members.push_back(spirv.member(own, i));
        if (i >= text.members.size()) continue;
        laid.members.back().name = text.members[i].name;
        if (const auto* inner = named(shared, text.members[i].type)) add(spirv, own, i, *inner, shared, all);
    }
    all.push_back(std::move(laid));
}

}  // namespace

std::vector<Laid> layoutsInShader(const gpu::EmbeddedShader& shader, const std::vector<ShaderBlock>& blocks,
                                  const std::vector<SharedStruct>& shared) {
    const Spirv spirv(shader);
    std::vector<Laid> all;
    for (const auto& block : blocks) {
        const spvc_type type = spirv.block(block.binding);
        if (!type) continue;
        for (unsigned i = 0; i < block.members.size(); ++i)
            if (const auto* text = named(shared, block.members[i].type)) add(spirv, type, i, *text, shared, all);
    }
    return all;
}

std::size_t pushBytesOf(const gpu::EmbeddedShader& shader) {
    const Spirv spirv(shader);
    const spvc_type type = spirv.block(std::nullopt);
    return type ? spirv.sizeOf(type) : 0;
}

std::vector<std::string> differences(const Laid& cpp, const Laid& shader) {
    std::vector<std::string> found;
    const auto compare = [&](const std::string& what, const auto& inCpp, const auto& inShader) {
        if (inCpp != inShader) found.push_back(what);
    };
    compare("the size of " + cpp.name, cpp.size, shader.size);
    compare("the number of members of " + cpp.name, cpp.members.size(), shader.members.size());
    for (std::size_t i = 0; i < std::min(cpp.members.size(), shader.members.size()); ++i) {
        const auto &a = cpp.members[i], &b = shader.members[i];
        const std::string name = cpp.name + "::" + a.name;
        compare("the name of " + name, a.name, b.name);
        compare("the type of " + name, a.type, b.type);
        compare("the offset of " + name, a.offset, b.offset);
        compare("the size of " + name, a.size, b.size);
        compare("the length of " + name, a.count, b.count);
    }
    return found;
}

}  // namespace inkheal::house
