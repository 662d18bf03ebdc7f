package io.faceline.api.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.faceline.contracts.Person;
import io.faceline.contracts.PersonId;
import io.faceline.contracts.PersonPhoto;
import io.faceline.contracts.ReferenceId;
import io.faceline.contracts.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as an answer.
 *
 * @param mergedInto absent unless the person became another one
 */
record PersonView(
        PersonId id,
        String name,
        Scope scope,
        List<PhotoView> photos,
        Instant changedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PersonId mergedInto) {
    /** Where people are read. */
    static final String PATH = "/api/v1/people";

    /** A photo and where it is to be had. */
    record PhotoView(ReferenceId id, String url, double quality) {}

    static PersonView of(Person person) {
        return new PersonView(
                person.id(),
                person.name(),
                person.scope(),
                person.photos().stream().map(photo -> photo(person, photo)).toList(),
                person.changedAt(),
                person.mergedInto());
    }

    private static PhotoView photo(Person person, PersonPhoto photo) {
        var url = PATH + "/" + person.id() + "/photos/" + photo.reference();
        return new PhotoView(photo.reference(), url, photo.quality());
    }
}
