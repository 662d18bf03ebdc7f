package io.faceline.web.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.serde.Mappers;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A match record as JSON with the names that the caller may see: {@code name} on every candidate, and {@code person} on
 * every face, null unless the decision is a match.
 */
public final class MatchView {
    /** Maximum length of a chain of merges, which guards against cycles. */
    private static final int MAX_MERGES = 100;

    private final Function<String, Optional<Person>> people;

    public MatchView(Function<String, Optional<Person>> people) {
        this.people = people;
    }

    public ObjectNode of(Match match) {
        ObjectNode json = Mappers.JSON.valueToTree(match);
        for (var face : json.path("outcome").path("value").path("faces")) {
            name((ObjectNode) face, match.facts().session());
        }
        return json;
    }

    private void name(ObjectNode face, SessionId caller) {
        var identification = face.path("identification");
        for (var candidate : identification.path("candidates")) {
            ((ObjectNode) candidate).put("name", nameOf(candidate, caller));
        }
        var isMatch = identification.path("decision").asText().equals("match");
        face.set("person", isMatch ? identification.path("candidates").path(0).get("name") : null);
    }

    private @Nullable String nameOf(JsonNode candidate, SessionId caller) {
        return find(candidate.path("person").asText(), caller).map(Person::name).orElse(null);
    }

    /** Resolves a person through merges; empty if deleted, or if the person belongs to another session. */
    public Optional<Person> find(String id, SessionId caller) {
        return current(id)
                .filter(person ->
                        person.session().isShared() || person.session().equals(caller));
    }

    /** Resolves a person through merges; empty if deleted. */
    private Optional<Person> current(String id) {
        var person = people.apply(id);
        for (var hops = 0;
                hops < MAX_MERGES && person.isPresent() && person.get().mergedInto() != null;
                hops++) {
            person = people.apply(person.get().mergedInto().value());
        }
        return person.filter(Person::isActive);
    }
}
