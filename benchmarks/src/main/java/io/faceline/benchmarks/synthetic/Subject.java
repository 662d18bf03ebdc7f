package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import java.util.Optional;

/**
 * Somebody in a film.
 *
 * @param person who is enrolled; empty for a stranger
 */
record Subject(Optional<PersonId> person, Cutout head, Trajectory move) {}
