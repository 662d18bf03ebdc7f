package io.faceline.evaluation.sampling;

/** People who appear once in photos of their own kind. */
public enum OtherPeople {
    REAL_MASKS("real masks", 0.6),
    CHILDREN("children under ten", 1);

    private final String title;
    private final double maxFpir;

    OtherPeople(String title, double maxFpir) {
        this.title = title;
        this.maxFpir = maxFpir;
    }

    /** For a table. */
    public String title() {
        return title;
    }

    /** The goal: so many of a hundred strangers among them may be named. */
    public double maxFpir() {
        return maxFpir;
    }
}
