package io.faceline.contracts.frame;

import io.faceline.contracts.Blob;

/** An image on its way in: {@code frames.live}, {@code frames.bulk}. The outcome holds the encoded image, or why ingest gave it up. */
public record Frame(FrameFacts facts, Outcome<Blob> image) {}
