// Light of the sky: what it sheds on a normal, and its radiance from a direction, sharp or mirrored by a rough surface.
// Included by the kernels that declare `shot` and include portrait/frame_step.h; a kernel that wants radiance includes
// portrait/sky_laws.h and declares `sampler2D skyMap` before, and defines INKHEAL_SKY_MAP.

/// Irradiance over pi of a normal that sees all of the sky.
vec3 skyIrradiance(vec3 normal) {
    vec4 n = vec4(normal, 1.0);
    return max(vec3(dot(n, shot.sky.red * n), dot(n, shot.sky.green * n), dot(n, shot.sky.blue * n)), vec3(0.0));
}

/// How its grey changes as the normal leans; at right angles to it.
vec3 skyLean(vec3 normal) {
    mat4 grey = (shot.sky.red + shot.sky.green + shot.sky.blue) / 3.0;
    vec3 slope = 2.0 * (grey * vec4(normal, 1.0)).xyz;
    return slope - normal * dot(normal, slope);
}

#ifdef INKHEAL_SKY_MAP
vec3 inSky(vec3 direction) {
    return vec3(dot(direction, shot.sky.right.xyz), dot(direction, shot.sky.up.xyz), dot(direction, shot.sky.back.xyz));
}

/// Radiance from a direction, as it is.
vec3 skyRadiance(vec3 toward) { return shot.sky.right.w * textureLod(skyMap, skyTexel(skyPlace(inSky(toward)), 0), 0.0).rgb; }

/// Radiance round a direction under a lobe of this alpha.
vec3 skyMirrored(vec3 toward, float alpha) {
    vec2 place = skyPlace(inSky(toward));
    float level = skyLevelOf(alpha);
    int low = int(level), high = min(low + 1, skyLevels - 1);
    vec3 sharper = textureLod(skyMap, skyTexel(place, low), 0.0).rgb, softer = textureLod(skyMap, skyTexel(place, high), 0.0).rgb;
    return shot.sky.right.w * mix(sharper, softer, level - float(low));
}
#endif
