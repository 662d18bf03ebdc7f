package io.faceline.cli.report;

import java.util.Locale;

/** Numbers with the thing they count: 1 frame, 2 frames, 12,345 frames. */
public final class Plurals {
    private Plurals() {}

    /** Of a word that takes an s. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
