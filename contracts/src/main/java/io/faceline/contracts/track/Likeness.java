package io.faceline.contracts.track;

import io.faceline.contracts.identity.PersonId;

/**
 * Whom the faces of an unknown person resemble.
 *
 * @param similarity cosine similarity of the mean embeddings
 */
public record Likeness(PersonId person, double similarity) {}
