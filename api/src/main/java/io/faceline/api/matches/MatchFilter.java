package io.faceline.api.matches;

import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.web.view.PersonNames;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which matches are asked for. What is said of faces must hold for one and the same face.
 *
 * @param person whom a face names, or whom an uncertain one may be
 */
record MatchFilter(Optional<String> source, Optional<String> person, Optional<Decision> decision) {
    static MatchFilter of(Context context) {
        return new MatchFilter(
                Optional.ofNullable(context.queryParam("source")),
                Optional.ofNullable(context.queryParam("person")),
                Optional.ofNullable(context.queryParam("decision")).map(MatchFilter::decision));
    }

    private static Decision decision(String text) {
        return Stream.of(Decision.values())
                .filter(decision -> decision.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> ListParameters.invalid("decision", "\"match\", \"uncertain\" or \"unknown\""));
    }

    /** @param names tell who people are after merges */
    boolean takes(Match match, PersonNames names) {
        var isOfSource = source.isEmpty() || source.get().equals(match.facts().source());
        var asksForFaces = person.isPresent() || decision.isPresent();
        return isOfSource && (!asksForFaces || faces(match).stream().anyMatch(face -> takes(face, match, names)));
    }

    private static List<MatchedFace> faces(Match match) {
        return match.outcome().fold(made -> made.faces(), reason -> List.of(), (code, message) -> List.of());
    }

    private boolean takes(MatchedFace face, Match match, PersonNames names) {
        var said = Optional.ofNullable(face.identification());
        return said.filter(it -> decision.isEmpty() || decision.get() == it.decision())
                .filter(it -> person.isEmpty()
                        || pointedTo(it, match)
                                .anyMatch(one -> isPerson(one, match.facts().session(), names)))
                .isPresent();
    }

    /** Whom a face names; if it is unsure, everybody who comes close enough to be it. */
    private static Stream<Candidate> pointedTo(Identification said, Match match) {
        return switch (said.decision()) {
            case MATCH -> said.candidates().stream().limit(1);
            case UNCERTAIN ->
                said.candidates().stream()
                        .filter(candidate ->
                                candidate.similarity() >= match.thresholds().uncertain());
            case UNKNOWN -> Stream.empty();
        };
    }

    private boolean isPerson(Candidate candidate, SessionId asker, PersonNames names) {
        var id = candidate.person();
        var now = names.find(id, asker).map(person -> person.id().value());
        return person.equals(Optional.of(id.value())) || person.equals(now);
    }
}
