package io.faceline.matcher.index;

import io.faceline.contracts.face.Embedding;

/** An embedding to search for, and the collector of the most similar people. */
public record Query(Embedding embedding, BestPeople best) {}
