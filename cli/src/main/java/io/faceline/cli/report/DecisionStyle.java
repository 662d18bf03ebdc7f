package io.faceline.cli.report;

/** How sure it is who somebody is, as the page shows it: by colour, by shape and in words. */
enum DecisionStyle {
    NAMED("named", "named"),
    UNCERTAIN("uncertain", "for you to judge"),
    UNKNOWN("unknown", "unknown");

    private final String style;
    private final String word;

    DecisionStyle(String style, String word) {
        this.style = style;
        this.word = word;
    }

    String style() {
        return style;
    }

    String word() {
        return word;
    }

    Html tag() {
        return Tag.of("span.standing." + style, word);
    }
}
