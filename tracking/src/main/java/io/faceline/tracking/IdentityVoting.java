package io.faceline.tracking;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.identity.PersonId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides the identity of a track by voting over its frames. Only frames that are matches themselves can name a track,
 * and frames that could have matched but did not count against it: over many frames an unknown person matches somebody
 * by chance once or twice.
 */
final class IdentityVoting {
    private static final NamingRules RULES = NamingRules.MEASURED;

    private final Map<PersonId, Tally> people = new HashMap<>();
    private double weightedFrames;

    void add(FaceObservation face) {
        face.identification().ifPresent(identification -> add(face, identification));
    }

    private void add(FaceObservation face, Identification identification) {
        var candidate = face.candidate();
        weightedFrames += candidate.isEmpty() && face.isPoor() ? RULES.poorWeight() : 1;
        candidate.ifPresent(person -> people.merge(person, Tally.of(face, identification), Tally::plus));
    }

    TrackDecision decision() {
        return best().map(best -> decision(best.getKey(), best.getValue())).orElse(TrackDecision.UNKNOWN);
    }

    /** The votes for this person. */
    Optional<Tally> of(PersonId person) {
        return Optional.ofNullable(people.get(person));
    }

    private Optional<Map.Entry<PersonId, Tally>> best() {
        return people.entrySet().stream()
                .max(Comparator.<Map.Entry<PersonId, Tally>>comparingDouble(
                                entry -> entry.getValue().weight())
                        .thenComparing(entry -> entry.getKey().value()));
    }

    private TrackDecision decision(PersonId person, Tally tally) {
        if (isNamed(tally)) {
            return TrackDecision.match(person);
        }
        var isUncertain = hasMatch() || tally.faces() >= RULES.minShare() * weightedFrames;
        return isUncertain ? TrackDecision.uncertain(person) : TrackDecision.UNKNOWN;
    }

    private boolean isNamed(Tally tally) {
        var isOnlyEvidence = weightedFrames < RULES.minMatches() && tally.isSure();
        return (tally.matches() >= RULES.minMatches() || isOnlyEvidence)
                && tally.matches() >= RULES.minShare() * weightedFrames
                && tally.weight()
                        >= RULES.minLead()
                                * people.values().stream()
                                        .mapToDouble(Tally::weight)
                                        .sum();
    }

    private boolean hasMatch() {
        return people.values().stream().anyMatch(tally -> tally.matches() > 0);
    }

    /**
     * The votes for a person.
     *
     * @param faces number of faces with the person as best candidate, of which {@code matches} are matches
     * @param isSure whether any of the matches is sure
     */
    record Tally(int faces, int matches, double weight, boolean isSure, double bestSimilarity, BestShot bestShot) {
        static Tally of(FaceObservation face, Identification identification) {
            var isMatch = identification.decision() == Decision.MATCH;
            var confidence = Optional.ofNullable(identification.confidence()).orElse(0.0);
            return new Tally(
                    1,
                    isMatch ? 1 : 0,
                    isMatch ? confidence : RULES.uncertainWeight() * confidence,
                    identification.isSure(),
                    Optional.ofNullable(identification.similarity()).orElse(-1.0),
                    BestShot.of(face, confidence));
        }

        Tally plus(Tally other) {
            return new Tally(
                    faces + other.faces,
                    matches + other.matches,
                    weight + other.weight,
                    isSure || other.isSure,
                    Math.max(bestSimilarity, other.bestSimilarity),
                    bestShot.better(other.bestShot));
        }
    }
}
