package io.faceline.cli.watch;

import io.faceline.contracts.identity.PersonId;
import java.util.Optional;

/** Somebody in front of the camera: a person of the gallery, or an unknown one by its number in this run. */
sealed interface Seen {
    record Known(PersonId person) implements Seen {}

    /**
     * @param number from 1
     * @param perhaps whom it resembles
     */
    record Unknown(int number, Optional<PersonId> perhaps) implements Seen {}
}
