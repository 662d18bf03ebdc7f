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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person as a line of an export: everything needed to recreate the person in another installation. */
public record PersonLine(PersonId id, String name, List<PersonPhoto> photos, List<Reference> references) {
    private static final Pattern URL_SAFE_ID = Pattern.compile("[A-Za-z0-9._:-]+");

    public PersonLine {
        photos = List.copyOf(photos);
        references = List.copyOf(references);
    }

    /** @throws InvalidLineException when the line is not an exported person, or one that nobody may import */
    public static PersonLine parse(String line) {
        var read = read(line);
        PersonLineValidator.fault(read).ifPresent(fault -> {
            throw new InvalidLineException(fault);
        });
        return read;
    }

    private static PersonLine read(String line) {
        try {
            @Nullable PersonLine read = Mappers.JSON.readValue(line, PersonLine.class);
            if (read == null) {
                throw new InvalidLineException("not an exported person but null");
            }
            return read;
        } catch (JsonMappingException e) {
            throw new InvalidLineException("not an exported person: missing or invalid value at " + path(e));
        } catch (JsonProcessingException e) {
            @Nullable JsonLocation location = e.getLocation();
            throw new InvalidLineException(
                    location == null
                            ? "JSON is nested too deeply or too long"
                            : "not JSON from character " + location.getColumnNr() + " on");
        }
    }

    /**
     * The path of the value, instead of the library's message, which would quote it. Unknown fields are skipped, so the
     * path holds our names only.
     */
    private static String path(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "its beginning" : path;
    }

    /**
     * The change that recreates this person.
     *
     * @param session the session to create the person in
     * @param person the id in that session
     * @throws InvalidLineException when a reference has no photo, or the id cannot be part of a URL
     */
    public Change change(SessionId session, PersonId person) {
        if (!URL_SAFE_ID.matcher(person.value()).matches()) {
            throw new InvalidLineException("the id may hold only letters, digits and ._:-");
        }
        var used = new LinkedHashSet<PersonPhoto>();
        references.forEach(reference -> used.add(photoOf(reference)));
        return new Change.PutPerson(
                UUID.randomUUID().toString(),
                session,
                person,
                name,
                references.stream().map(reference -> reference.of(person)).toList(),
                List.copyOf(used));
    }

    /** The photo of a reference; a photo may have one reference per model. */
    private PersonPhoto photoOf(Reference reference) {
        return photos.stream()
                .filter(photo -> reference.id().isMadeOf(photo.reference()))
                .findFirst()
                .orElseThrow(() -> new InvalidLineException("reference " + reference.id() + " has no photo"));
    }
}
