package io.faceline.benchmarks.cameras;

/** What is switched on in a run. */
enum Saving {
    NOTHING("every frame, every face", false, false),
    GATE("motion gate", true, false),
    BOTH("motion gate and reuse", true, true);

    private final String label;
    private final boolean hasGate;
    private final boolean reuses;

    Saving(String label, boolean hasGate, boolean reuses) {
        this.label = label;
        this.hasGate = hasGate;
        this.reuses = reuses;
    }

    String label() {
        return label;
    }

    boolean hasGate() {
        return hasGate;
    }

    boolean reuses() {
        return reuses;
    }
}
