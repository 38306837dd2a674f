#pragma once
// A light as it stands round a client, whatever the view: up to three lamps, and a panorama of all other light. One of
// assets/lights.json, or made of a panorama file. A rig sets it up for one camera.

#include <memory>
#include <string>
#include <vector>

#include "portrait/lamp.h"
#include "portrait/sky.h"

namespace inkheal::portrait {

struct Light {
    std::vector<Lamp> lamps;
    Sky sky;  // upright, gain 1
    std::shared_ptr<const SkyMap> map;
    float exposure = 1;  // of a white sheet that faces the camera, over 0.9
    float wall = 0.14f;  // grey behind the client
};

/// Whether the words are a file's rather than a light's name.
bool isLightFile(const std::string& nameOrFile);

/// One of assets/lights.json, or a Radiance or OpenEXR panorama. @throws Error (usage) naming the known lights,
/// (badInput) for a file that will not do.
Light lightOf(const std::string& nameOrFile);

/// The light of a panorama: its brightest compact regions as lamps, the rest as sky. What both shed is what the
/// panorama does.
Light lightFromPanorama(Picture panorama);

/// Light from everywhere alike, of radiance 1 and without lamps.
Light lightFromEverywhere();

}  // namespace inkheal::portrait
