package io.faceline.web.view;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link Identification} as an answer: its candidates have names. */
public record IdentificationView(
        Decision decision,
        List<CandidateView> candidates,
        @Nullable Double similarity,
        @Nullable Double confidence,
        List<Reason> reasons,
        @OmittedIfAbsent @Nullable Double adjustedSimilarity) {
    /**
     * A candidate as an answer.
     *
     * @param name null when the person was deleted since, is none of the asker's, or is of a private shared gallery and not
     *     the match
     */
    public record CandidateView(
            PersonId person,
            Scope scope,
            double similarity,
            @Nullable String name) {
        private static CandidateView of(Candidate candidate, Decision decision, SessionId asker, PersonNames names) {
            return new CandidateView(
                    candidate.person(),
                    candidate.scope(),
                    candidate.similarity(),
                    names.find(candidate.person(), asker, decision)
                            .map(Person::name)
                            .orElse(null));
        }
    }

    static IdentificationView of(Identification identification, SessionId asker, PersonNames names) {
        var candidates = new ArrayList<CandidateView>();
        for (var candidate : identification.candidates()) {
            // The first is the match.
            var decision = candidates.isEmpty() ? identification.decision() : Decision.UNKNOWN;
            candidates.add(CandidateView.of(candidate, decision, asker, names));
        }
        return new IdentificationView(
                identification.decision(),
                List.copyOf(candidates),
                identification.similarity(),
                identification.confidence(),
                identification.reasons(),
                identification.adjustedSimilarity());
    }

    /** Of the person whom the face is; null with any other decision. */
    @Nullable
    String matchedName() {
        return decision == Decision.MATCH ? candidates.get(0).name() : null;
    }
}
