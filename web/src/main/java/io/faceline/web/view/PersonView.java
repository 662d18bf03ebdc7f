package io.faceline.web.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person in HTTP responses.
 *
 * @param mergedInto absent unless the person was merged into another one
 */
public record PersonView(
        PersonId id,
        String name,
        Scope scope,
        List<PhotoView> photos,
        Instant changedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PersonId mergedInto) {
    /** The path of the people resource. */
    public static final String PATH = "/api/v1/people";

    /** A photo and its URL. */
    record PhotoView(ReferenceId id, String url, double quality) {}

    public static PersonView of(Person person) {
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
