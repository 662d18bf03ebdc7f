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
 * Filters matches. Conditions on faces must all hold for the same face.
 *
 * @param person the person that a face matches or, when uncertain, may match
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
        var filtersFaces = person.isPresent() || decision.isPresent();
        return isOfSource && (!filtersFaces || faces(match).stream().anyMatch(face -> accepts(face, match, names)));
    }

    private static List<MatchedFace> faces(Match match) {
        return match.outcome().fold(found -> found.faces(), reason -> List.of(), (code, message) -> List.of());
    }

    private boolean accepts(MatchedFace face, Match match, PersonNames names) {
        var identification = Optional.ofNullable(face.identification());
        return identification
                .filter(made -> decision.isEmpty() || decision.get() == made.decision())
                .filter(made -> person.isEmpty()
                        || plausible(made, match)
                                .anyMatch(candidate ->
                                        isPerson(candidate, match.facts().session(), names)))
                .isPresent();
    }

    /** The matched candidate of a face, or all candidates above the threshold of an uncertain one. */
    private static Stream<Candidate> plausible(Identification identification, Match match) {
        return switch (identification.decision()) {
            case MATCH -> identification.candidates().stream().limit(1);
            case UNCERTAIN ->
                identification.candidates().stream()
                        .filter(candidate ->
                                candidate.similarity() >= match.thresholds().uncertain());
            case UNKNOWN -> Stream.empty();
        };
    }

    private boolean isPerson(Candidate candidate, SessionId session, PersonNames names) {
        var id = candidate.person();
        var now = names.find(id, session).map(person -> person.id().value());
        return person.equals(Optional.of(id.value())) || person.equals(now);
    }
}
