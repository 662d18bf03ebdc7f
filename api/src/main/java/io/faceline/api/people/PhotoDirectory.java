package io.faceline.api.people;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.PhotoCrop;
import java.util.List;
import java.util.Optional;

/** The crops of people's photos. Whoever asks has a person who may be seen: a crop itself belongs to nobody. Thread-safe. */
public interface PhotoDirectory {
    /** By the key of {@link PhotoCrop#key()}; empty if it was erased, or cannot be read yet. */
    Optional<Blob> find(String key);

    /** The crop of a photo that the person lists; from the person, if an earlier version wrote it there. */
    default Optional<Blob> crop(SessionId session, PersonPhoto photo) {
        return photo.hasCrop() ? Optional.of(photo.cropJpeg()) : find(PhotoCrop.key(session, photo.reference()));
    }

    /** The photos of a person with their crops, without those that have none. */
    default List<PersonPhoto> withCrops(Person person) {
        return person.photos().stream()
                .flatMap(photo -> crop(person.session(), photo).map(photo::with).stream())
                .toList();
    }
}
