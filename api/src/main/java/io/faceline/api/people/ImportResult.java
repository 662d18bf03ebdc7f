package io.faceline.api.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.faceline.contracts.identity.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * The result of an import.
 *
 * @param people number of imported people
 * @param refused the people that were not imported
 * @param galleryVersion the gallery version that includes all imported people
 * @param last the last imported person
 */
record ImportResult(
        int people,
        List<Refused> refused,
        @JsonIgnore long galleryVersion,
        @JsonIgnore Optional<PersonId> last) {

    /**
     * A person that was not imported.
     *
     * @param index index of the line, from 0
     */
    record Refused(int index, String code, String detail) {}
}
