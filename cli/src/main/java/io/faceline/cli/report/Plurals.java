package io.faceline.cli.report;

import java.util.Locale;

/** Formats counts: 1 frame, 2 frames, 12,345 frames. */
public final class Plurals {
    private Plurals() {}

    /** For regular nouns. */
    public static String of(long count, String singular) {
        return of(count, singular, singular + "s");
    }

    public static String of(long count, String singular, String plural) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? singular : plural);
    }
}
