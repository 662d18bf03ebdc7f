package io.faceline.api.people;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes people with photos and embeddings as JSON lines, one per person, for {@link ImportPeople} and the command
 * line.
 */
public final class ExportPeople {
    private final Map<PersonId, List<Reference>> references;
    private final PhotoDirectory photos;

    /**
     * @param references references of these people and possibly of others
     * @param photos the crops of these people
     */
    public ExportPeople(Collection<Reference> references, PhotoDirectory photos) {
        this.photos = photos;
        this.references = references.stream().collect(Collectors.groupingBy(Reference::person));
    }

    /** Writes the people in this order. Does not close the stream. */
    public void write(List<Person> people, OutputStream out) throws IOException {
        for (var person : people) {
            out.write(Mappers.JSON.writeValueAsBytes(line(person)));
            out.write('\n');
        }
        out.flush();
    }

    private PersonLine line(Person person) {
        return new PersonLine(
                person.id(), person.name(), photos.withCrops(person), references.getOrDefault(person.id(), List.of()));
    }
}
