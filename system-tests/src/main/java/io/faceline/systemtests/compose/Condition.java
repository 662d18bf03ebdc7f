package io.faceline.systemtests.compose;

import java.util.Arrays;
import java.util.Locale;

/** The condition of a dependency before a service starts. */
enum Condition {
    SERVICE_HEALTHY,
    SERVICE_COMPLETED_SUCCESSFULLY;

    static Condition parse(String text) {
        return Arrays.stream(values())
                .filter(condition -> condition.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown condition " + text));
    }
}
