package io.faceline.systemtests.browser;

/** What a visitor's system prefers. */
enum ColorScheme {
    LIGHT("light"),
    DARK("dark");

    /** As style sheets call it. */
    final String value;

    ColorScheme(String value) {
        this.value = value;
    }
}
