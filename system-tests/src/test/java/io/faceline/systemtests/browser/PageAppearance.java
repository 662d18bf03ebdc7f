package io.faceline.systemtests.browser;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the page is seen on. */
record PageAppearance(Device device, ColorScheme scheme) {
    /** Whether the screenshots show all looks, or the two that differ most. */
    private static final boolean IS_ALL = Boolean.getBoolean("faceline.screenshots.all");

    static List<PageAppearance> all() {
        if (!IS_ALL) {
            return List.of(
                    new PageAppearance(Device.DESKTOP, ColorScheme.LIGHT),
                    new PageAppearance(Device.PHONE, ColorScheme.DARK));
        }
        return List.of(Device.DESKTOP, Device.PHONE).stream()
                .flatMap(
                        device -> Arrays.stream(ColorScheme.values()).map(scheme -> new PageAppearance(device, scheme)))
                .toList();
    }

    /** As in a file's name. */
    String label() {
        return device.name().toLowerCase(Locale.ROOT) + "-" + scheme.value;
    }
}
