package io.faceline.evaluation.search;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.identity.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The results of the searches of an open set at one threshold. Only a {@code match} names a person.
 *
 * @param fpir false positive identification rate, 0 to 1: the share of the strangers' faces that were named; absent
 *     without strangers
 * @param fnir false negative identification rate, 0 to 1: the share of the photos of enrolled people that were not
 *     correctly named; absent without such photos
 * @param knownUncertain photos of enrolled people decided as uncertain, by threshold or margin
 * @param knownUnknown photos of enrolled people decided as unknown, or without a face
 */
public record OpenSetRates(
        double threshold,
        double margin,
        @Nullable Double fpir,
        @Nullable Double fnir,
        int strangersNamed,
        int knownNamedWrongly,
        int knownUncertain,
        int knownUnknown) {
    public static OpenSetRates of(List<Search> searches, Decisions decisions, Thresholds thresholds) {
        var count = new Count();
        for (var search : searches) {
            count.add(search, decisions.of(search, thresholds));
        }
        return count.rates(thresholds);
    }

    private static final class Count {
        private int strangers;
        private int strangersNamed;
        private int known;
        private int namedWrongly;
        private int uncertain;
        private int unknown;

        void add(Search search, Optional<Identification> identification) {
            if (search.isOfStranger()) {
                addStranger(identification);
            } else {
                addKnown(search, identification);
            }
        }

        /** A stranger without a found face was not searched and is not counted. */
        private void addStranger(Optional<Identification> identification) {
            strangers += identification.isPresent() ? 1 : 0;
            strangersNamed += named(identification).isPresent() ? 1 : 0;
        }

        private void addKnown(Search search, Optional<Identification> identification) {
            known++;
            switch (identification.map(Identification::decision).orElse(Decision.UNKNOWN)) {
                case UNKNOWN -> unknown++;
                case UNCERTAIN -> uncertain++;
                case MATCH ->
                    namedWrongly +=
                            named(identification).filter(search::isRight).isPresent() ? 0 : 1;
            }
        }

        private static Optional<PersonId> named(Optional<Identification> identification) {
            return identification
                    .filter(made -> made.decision() == Decision.MATCH)
                    .map(match -> match.candidates().get(0).person());
        }

        OpenSetRates rates(Thresholds thresholds) {
            return new OpenSetRates(
                    thresholds.match(),
                    thresholds.margin(),
                    rate(strangersNamed, strangers),
                    rate(namedWrongly + uncertain + unknown, known),
                    strangersNamed,
                    namedWrongly,
                    uncertain,
                    unknown);
        }

        private static @Nullable Double rate(int errors, int all) {
            return all == 0 ? null : (double) errors / all;
        }
    }
}
