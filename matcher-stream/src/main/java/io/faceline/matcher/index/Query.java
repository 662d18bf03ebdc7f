package io.faceline.matcher.index;

import io.faceline.contracts.face.Embedding;

/** A face that is looked for, and who resembles it most of those offered so far. */
public record Query(Embedding embedding, BestPeople best) {}
