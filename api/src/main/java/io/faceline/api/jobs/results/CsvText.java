package io.faceline.api.jobs.results;

import org.jspecify.annotations.Nullable;

/** Text in a CSV file. */
public final class CsvText {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    /** With an apostrophe before text that a spreadsheet would take for a formula. */
    public static @Nullable String of(@Nullable String value) {
        var isFormula = value != null && !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        return isFormula ? "'" + value : value;
    }
}
