package io.faceline.vision.camera.motion;

/** What moved from one picture to the next. */
enum Movement {
    NONE,
    /** Something as large as a small face, or larger. */
    AREA,
    /** Nearly everything at once, as when a lamp or infrared light is switched. */
    WHOLE
}
