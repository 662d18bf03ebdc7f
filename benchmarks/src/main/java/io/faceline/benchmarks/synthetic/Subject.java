package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import java.util.Optional;

/**
 * A person in a synthetic video.
 *
 * @param person the enrolled person; empty for a stranger
 */
record Subject(Optional<PersonId> person, Cutout head, Trajectory trajectory) {}
