package io.faceline.tracking;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides the identity of a track by voting over its frames. Only frames that are matches themselves can name a track,
 * and frames that could have matched but did not count against it: over many frames an unknown person matches somebody
 * by chance once or twice.
 *
 * @param weightedFrames number of frames that could have named somebody, poor ones counted less
 * @param goodLooks number of frames whose face is not poor
 */
record IdentityVoting(List<Tally> tallies, double weightedFrames, int goodLooks) {
    static final IdentityVoting NONE = new IdentityVoting(List.of(), 0, 0);

    private static final NamingRules RULES = NamingRules.MEASURED;

    IdentityVoting {
        tallies = List.copyOf(tallies);
    }

    /** With the vote of another frame; a face with the embedding of an earlier frame has none. */
    IdentityVoting plus(FaceObservation face) {
        if (face.isReused()) {
            return this;
        }
        return face.identification().map(it -> plus(face, it)).orElse(this);
    }

    private IdentityVoting plus(FaceObservation face, Identification identification) {
        var candidate = face.candidate();
        var weight = candidate.isEmpty() && face.isPoor() ? RULES.poorWeight() : 1;
        return new IdentityVoting(
                candidate
                        .map(person -> with(Tally.of(person, face, identification)))
                        .orElse(tallies),
                weightedFrames + weight,
                face.isPoor() ? goodLooks : goodLooks + 1);
    }

    private List<Tally> with(Tally vote) {
        var counted = new ArrayList<>(tallies);
        counted.removeIf(tally -> tally.person().equals(vote.person()));
        counted.add(of(vote.person()).map(tally -> tally.plus(vote)).orElse(vote));
        return counted;
    }

    TrackDecision decision() {
        return best().map(this::decision).orElse(TrackDecision.UNKNOWN);
    }

    /** The votes for this person. */
    Optional<Tally> of(PersonId person) {
        return tallies.stream().filter(tally -> tally.person().equals(person)).findFirst();
    }

    /** The frames of these people remain, as frames of nobody. */
    IdentityVoting without(Predicate<PersonId> people) {
        var others =
                tallies.stream().filter(tally -> !people.test(tally.person())).toList();
        return new IdentityVoting(others, weightedFrames, goodLooks);
    }

    IdentityVoting withoutPictures() {
        return new IdentityVoting(tallies.stream().map(Tally::withoutPicture).toList(), weightedFrames, goodLooks);
    }

    private Optional<Tally> best() {
        return tallies.stream().max(Comparator.comparingDouble(Tally::weight).thenComparing(tally -> tally.person()
                .value()));
    }

    private TrackDecision decision(Tally tally) {
        if (isNamed(tally)) {
            return TrackDecision.match(tally.person());
        }
        var isUncertain = hasMatch() || tally.faces() >= RULES.minShare() * weightedFrames;
        return isUncertain ? TrackDecision.uncertain(tally.person()) : TrackDecision.UNKNOWN;
    }

    private boolean isNamed(Tally tally) {
        var isOnlyEvidence = weightedFrames < RULES.minMatches() && tally.isSure();
        return (tally.matches() >= RULES.minMatches() || isOnlyEvidence)
                && tally.matches() >= RULES.minShare() * weightedFrames
                && tally.weight()
                        >= RULES.minLead()
                                * tallies.stream().mapToDouble(Tally::weight).sum();
    }

    private boolean hasMatch() {
        return tallies.stream().anyMatch(tally -> tally.matches() > 0);
    }

    /**
     * The votes for a person.
     *
     * @param faces number of faces with the person as best candidate, of which {@code matches} are matches
     * @param isSure whether any of the matches is sure
     * @param reference of the person that the most similar face resembles; absent if the matcher did not tell it
     */
    record Tally(
            PersonId person,
            int faces,
            int matches,
            double weight,
            boolean isSure,
            double bestSimilarity,
            BestShot bestShot,
            @OmittedIfAbsent @Nullable ReferenceId reference) {
        static Tally of(PersonId person, FaceObservation face, Identification identification) {
            var isMatch = identification.decision() == Decision.MATCH;
            var confidence = Optional.ofNullable(identification.confidence()).orElse(0.0);
            return new Tally(
                    person,
                    1,
                    isMatch ? 1 : 0,
                    isMatch ? confidence : RULES.uncertainWeight() * confidence,
                    identification.isSure(),
                    Optional.ofNullable(identification.similarity()).orElse(-1.0),
                    BestShot.of(face, confidence),
                    reference(person, identification));
        }

        Tally plus(Tally other) {
            return new Tally(
                    person,
                    faces + other.faces,
                    matches + other.matches,
                    weight + other.weight,
                    isSure || other.isSure,
                    Math.max(bestSimilarity, other.bestSimilarity),
                    bestShot.better(other.bestShot),
                    bestReference(other));
        }

        Tally withoutPicture() {
            return new Tally(
                    person, faces, matches, weight, isSure, bestSimilarity, bestShot.withoutPicture(), reference);
        }

        private @Nullable ReferenceId bestReference(Tally other) {
            var isOther = reference == null || other.bestSimilarity > bestSimilarity;
            return isOther && other.reference != null ? other.reference : reference;
        }

        /** Only the person's own: the most similar candidate may be another of the same name. */
        private static @Nullable ReferenceId reference(PersonId person, Identification identification) {
            return identification.candidates().stream()
                    .filter(candidate -> candidate.person().equals(person))
                    .findFirst()
                    .map(Candidate::reference)
                    .orElse(null);
        }
    }
}
