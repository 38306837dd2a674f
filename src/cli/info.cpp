// inkheal info: version, devices, bodies, sites, tones, pigments, styles, care plans, phases, lights.

#include <cstdio>

#include "base/file.h"
#include "body/site.h"
#include "body/stock.h"
#include "cli/options.h"
#include "cli/verbs.h"
#include "design/style.h"
#include "gpu/offer.h"
#include "healing/care.h"
#include "healing/phase.h"
#include "portrait/portrait.h"
#include "skin/materials.h"

namespace inkheal::cli {
namespace {

struct InfoOptions {
    CommonOptions common;
    bool json = false, sites = false, devices = false;
};

const char* kindName(gpu::DeviceKind kind) {
    switch (kind) {
        case gpu::DeviceKind::discrete:
            return "discrete";
        case gpu::DeviceKind::integrated:
            return "integrated";
        case gpu::DeviceKind::virtualised:
            return "virtual";
        case gpu::DeviceKind::cpu:
            return "cpu";
        case gpu::DeviceKind::other:
            break;
    }
    return "other";
}

/// All devices, or the one that --device chooses. @throws Error (noDevice) when there is none such.
Json devicesJson(const std::string& wanted) {
    Json out = Json::array();
    const std::vector<gpu::DeviceSummary> all = gpu::Device::list();
    const std::size_t chosen = wanted.empty() ? all.size() : gpu::chosenAmong(all, wanted);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const gpu::DeviceSummary& device = all[i];
        if (chosen < all.size() && i != chosen) continue;
        out.push_back({{"index", int(i)},
                       {"name", device.name},
                       {"kind", kindName(device.kind)},
                       {"driver", device.driver},
                       {"vulkan", std::to_string(device.apiMajor) + "." + std::to_string(device.apiMinor) + "." +
                                      std::to_string(device.apiPatch)},
                       {"memoryBytes", device.memoryBytes},
                       {"usable", device.lacks.empty()},
                       {"lacks", device.lacks.empty() ? Json(nullptr) : Json(device.lacks)}});
    }
    return out;
}

Json sitesJson() {
    Json out = Json::array();
    body::Mesh mesh;
    for (const body::Site& site : body::sites()) {
        if (mesh.name != site.body) mesh = body::loadBody(site.body);
        const skin::SiteConstants skin = skin::siteConstants(site.name);
        out.push_back({{"name", site.name},
                       {"body", site.body},
                       {"description", site.description},
                       {"usableWidthMm", site.usableWidthMm},
                       {"usableHeightMm", site.usableHeightMm},
                       {"girthMm", body::girthMm(mesh, body::findSite(mesh, site.name, {0, 0}))},
                       {"stratumCorneumMm", skin.stratumCorneumMm},
                       {"epidermisMm", skin.epidermisMm},
                       {"dermisMm", skin.dermisMm},
                       {"lossFactor", skin.lossFactor},
                       {"spreadFactor", skin.spreadFactor}});
    }
    return out;
}

Json styleJson(const design::Style& style) {
    Json needles = {style.liner.name};
    if (style.shader.name != style.liner.name) needles.push_back(style.shader.name);
    return {{"name", style.name}, {"description", style.description},           {"pigments", style.pigments},
            {"needles", needles}, {"lineMm", design::footprintMm(style.liner)}, {"washes", style.washes}};
}

Json materialsJson() {
    Json out;
    for (const std::string& name : body::stockBodies()) out["bodies"].push_back(name);
    for (const char* form : {"plane", "cylinder:RADIUS_MM", "cone:R1,R2,H", "sphere:RADIUS_MM"})
        out["bodies"].push_back(form);
    for (const skin::Tone& tone : skin::tones())
        out["tones"].push_back({{"name", tone.name}, {"label", tone.label}, {"melanin", tone.melanin}});
    for (const skin::Pigment& pigment : skin::pigments())
        out["pigments"].push_back({{"name", pigment.name},
                                   {"colourIndex", pigment.colourIndex},
                                   {"lossPerYear", pigment.lossPerYear},
                                   {"uvLossPer100Sed", pigment.uvLossPer100Sed}});
    for (const design::Style& style : design::styles()) out["styles"].push_back(styleJson(style));
    for (const healing::Care& care : healing::carePlans())
        out["care"].push_back({{"name", care.name}, {"description", care.description}});
    for (int i = 0; i < healing::phaseCount; ++i) {
        const auto phase = healing::Phase(i);
        const healing::PhaseWords& words = healing::wordsOf(phase);
        out["phases"].push_back({{"name", healing::phaseName(phase)}, {"seen", words.seen}, {"care", words.care}});
    }
    for (const std::string& light : portrait::lightNames()) out["lights"].push_back(light);
    return out;
}

/// A heading, then one line an entry: its name (or itself), then the rest of it.
void printList(const std::string& heading, const Json& list) {
    std::string text = heading + "\n";
    if (list.empty()) text += "  none; a Vulkan 1.3 driver is needed (mesa-vulkan-drivers has one for any CPU)\n";
    for (const Json& entry : list) {
        text += "  " + textOf(entry.is_object() ? entry.at("name") : entry);
        if (entry.is_object())
            for (const auto& [key, value] : entry.items())
                if (key != "name" && !value.is_null()) text += "  " + key + " " + textOf(value);
        text += "\n";
    }
    writeFile("-", text);
}

void info(const InfoOptions& options) {
    const bool all = !options.sites && !options.devices;
    Json out = {{"version", INKHEAL_VERSION}};
    if (all || options.devices) out["devices"] = devicesJson(options.common.device.wanted);
    if (all || options.sites) out["sites"] = sitesJson();
    if (all) out.update(materialsJson());
    if (options.json) return printJson(out);
    writeFile("-", "inkheal " INKHEAL_VERSION "\n");
    for (const auto& [key, value] : out.items())
        if (value.is_array()) printList(key, value);
}

}  // namespace

void addInfo(CLI::App& app) {
    auto options = std::make_shared<InfoOptions>();
    CLI::App& verb =
        *app.add_subcommand("info", "Version, devices, bodies, sites, tones, pigments, styles, care plans, phases");
    verb.add_flag("--json", options->json, "as JSON");
    verb.add_flag("--sites", options->sites, "the sites alone");
    verb.add_flag("--devices", options->devices, "the Vulkan devices alone");
    options->common.addTo(verb);
    verb.callback([options] { info(*options); });
}

}  // namespace inkheal::cli
