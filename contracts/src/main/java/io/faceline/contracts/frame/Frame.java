package io.faceline.contracts.frame;

import io.faceline.contracts.Blob;

/**
 * An image to be processed: topics {@code frames.*}. The outcome holds the encoded image, or
 * why ingest dropped it.
 */
public record Frame(FrameFacts facts, Outcome<Blob> image) {
    public Frame {
        facts.requireName();
    }

    /** The same frame, failed because a stage ended or hung repeatedly while it worked on it. */
    public Frame failedInternally() {
        return new Frame(facts, Outcome.failedInternally());
    }
}
