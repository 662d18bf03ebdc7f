package io.faceline.api.people;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.Mappers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person as a line of an export: all that is needed to have the person again in another installation. */
public record PersonLine(PersonId id, String name, List<PersonPhoto> photos, List<Reference> references) {
    public PersonLine {
        photos = List.copyOf(photos);
        references = List.copyOf(references);
    }

    /** @throws InvalidLineException when it is none */
    public static PersonLine parse(String line) {
        try {
            @Nullable PersonLine read = Mappers.JSON.readValue(line, PersonLine.class);
            if (read == null) {
                throw new InvalidLineException("not an exported person, but null");
            }
            return read;
        } catch (JsonMappingException e) {
            throw new InvalidLineException("not an exported person: something is missing or wrong at " + place(e));
        } catch (JsonProcessingException e) {
            @Nullable JsonLocation place = e.getLocation();
            throw new InvalidLineException(
                    place == null
                            ? "JSON that is too deep or too long"
                            : "not JSON from character " + place.getColumnNr() + " on");
        }
    }

    /** The words of the library would repeat the value; the path is ours as far as fields of other names are skipped. */
    private static String place(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "its beginning" : path;
    }

    /**
     * What makes this person anew.
     *
     * @param session whose person it becomes
     * @param person the person's id there
     * @throws InvalidLineException when a reference is of no photo
     */
    public List<Change> changes(SessionId session, PersonId person) {
        return references.stream()
                .<Change>map(reference -> new Change.PutReference(
                        UUID.randomUUID().toString(), session, name, of(person, reference), photoOf(reference)))
                .toList();
    }

    private static Reference of(PersonId person, Reference reference) {
        return new Reference(
                reference.id(),
                person,
                reference.embedding(),
                reference.modelId(),
                reference.quality(),
                reference.enrolledAt());
    }

    /** The photo that a reference was made of: of one photo there may be a reference a model. */
    private PersonPhoto photoOf(Reference reference) {
        return photos.stream()
                .filter(photo -> reference.id().isMadeOf(photo.reference()))
                .findFirst()
                .orElseThrow(() -> new InvalidLineException("there is no photo for reference " + reference.id()));
    }
}
