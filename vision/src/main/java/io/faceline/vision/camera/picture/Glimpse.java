package io.faceline.vision.camera.picture;

import io.faceline.vision.camera.motion.LumaGrid;

/**
 * What is seen of a picture at a glance.
 *
 * @param grid of the turned picture; cells within areas to ignore are black
 * @param isOneColour whether hardly anything but one colour is in it
 * @param isGrey whether it has no colour
 */
public record Glimpse(LumaGrid grid, boolean isOneColour, boolean isGrey) {}
