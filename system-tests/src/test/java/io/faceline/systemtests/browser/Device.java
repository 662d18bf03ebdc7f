package io.faceline.systemtests.browser;

import java.util.Map;

/** What a visitor holds in the hands. */
enum Device {
    DESKTOP(1280, 800, 1, false),
    PHONE(390, 844, 2, true),
    /** What is left of a desktop at 400 %, as WCAG's criterion 1.4.10 wants it tried. */
    ZOOMED_IN(320, 256, 1, false);

    private final int width;
    private final int height;
    private final int pixelsPerPixel;
    private final boolean isTouched;

    Device(int width, int height, int pixelsPerPixel, boolean isTouched) {
        this.width = width;
        this.height = height;
        this.pixelsPerPixel = pixelsPerPixel;
        this.isTouched = isTouched;
    }

    void emulate(DeveloperTools tools) {
        tools.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", pixelsPerPixel, "mobile", isTouched));
        tools.call("Emulation.setTouchEmulationEnabled", Map.of("enabled", isTouched, "maxTouchPoints", 1));
    }
}
