package io.faceline.cli.report;

/** How sure it is who somebody is, as the page shows it: by colour, by shape and in words. */
public enum DecisionStyle {
    NAMED("named", "named", "surely enough somebody in the gallery"),
    UNCERTAIN("uncertain", "for you to judge", "it may be; look at both faces"),
    UNKNOWN("unknown", "unknown", "nobody in the gallery");

    private final String style;
    private final String word;
    private final String meaning;

    DecisionStyle(String style, String word, String meaning) {
        this.style = style;
        this.word = word;
        this.meaning = meaning;
    }

    public String style() {
        return style;
    }

    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }
}
