package io.faceline.api.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.faceline.contracts.identity.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * What became of an import.
 *
 * @param people how many were made
 * @param refused the others
 * @param galleryVersion has all that was made
 * @param last who was made last, if anybody was
 */
record ImportResult(
        int people,
        List<Refused> refused,
        @JsonIgnore long galleryVersion,
        @JsonIgnore Optional<PersonId> last) {

    /**
     * A person who was not made, or not wholly.
     *
     * @param index of the line, from 0
     */
    record Refused(int index, String code, String detail) {}
}
