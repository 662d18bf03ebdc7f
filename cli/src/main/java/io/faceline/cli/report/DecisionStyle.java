package io.faceline.cli.report;

/** How the page shows the certainty of an identification: by colour, by shape and in words. */
public enum DecisionStyle {
    NAMED("named", "named", "matches a person in the gallery"),
    UNCERTAIN("uncertain", "for you to judge", "may match; compare the two faces"),
    UNKNOWN("unknown", "unknown", "matches nobody in the gallery");

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
