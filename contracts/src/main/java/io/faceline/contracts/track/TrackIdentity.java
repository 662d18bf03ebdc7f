package io.faceline.contracts.track;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who a tracked face is, by the votes of all its frames so far.
 *
 * @param person of a match; the best candidate if uncertain; absent if unknown
 * @param matches number of frames that are matches of this person
 * @param goodLooks number of frames with a face good enough to recognise somebody
 * @param similarity highest similarity of a frame to the person; absent if unknown
 * @param threshold similarity from which a frame was a match, in the last frame
 * @param modelId embedding model of the last frame
 * @param galleryVersion of the shared gallery that the last frame was searched in, -1 if it was empty
 * @param corrected what the frames say, if it was corrected by hand
 * @param reference that the most similar frame resembles; absent if unknown, corrected, or not told by the matcher
 */
public record TrackIdentity(
        Decision decision,
        @Nullable PersonId person,
        int matches,
        int goodLooks,
        @Nullable Double similarity,
        double threshold,
        String modelId,
        long galleryVersion,
        @OmittedIfAbsent @Nullable CorrectedIdentity corrected,
        @OmittedIfAbsent @Nullable ReferenceId reference) {
    public TrackIdentity(
            Decision decision,
            @Nullable PersonId person,
            int matches,
            int goodLooks,
            @Nullable Double similarity,
            double threshold,
            String modelId,
            long galleryVersion) {
        this(decision, person, matches, goodLooks, similarity, threshold, modelId, galleryVersion, null, null);
    }

    public TrackIdentity {
        Checks.require(
                (decision == Decision.UNKNOWN) == (person == null),
                "a person is required unless the decision is unknown, was " + decision);
    }

    /** @throws IllegalStateException if nobody is known */
    public PersonId requirePerson() {
        if (person == null) {
            throw new IllegalStateException("nobody is known");
        }
        return person;
    }

    /** The same without the person. */
    public TrackIdentity unknown() {
        return new TrackIdentity(Decision.UNKNOWN, null, 0, goodLooks, null, threshold, modelId, galleryVersion);
    }

    /** Without these people: of nobody known, and of nobody whom the frames named. */
    public TrackIdentity without(Predicate<PersonId> people) {
        if (person != null && people.test(person)) {
            return unknown();
        }
        return corrected == null ? this : correctedFrom(corrected.without(people));
    }

    private TrackIdentity correctedFrom(CorrectedIdentity said) {
        return new TrackIdentity(
                decision, person, matches, goodLooks, similarity, threshold, modelId, galleryVersion, said, reference);
    }

    /** Whether it names one of these people, or its frames do. */
    public boolean knows(Predicate<PersonId> people) {
        return Stream.of(
                        Optional.ofNullable(person),
                        Optional.ofNullable(uncorrected().person()))
                .flatMap(Optional::stream)
                .anyMatch(people);
    }

    /** What the frames say. */
    public TrackIdentity uncorrected() {
        return corrected == null
                ? this
                : new TrackIdentity(
                        corrected.decision(),
                        corrected.person(),
                        corrected.matches(),
                        goodLooks,
                        corrected.similarity(),
                        threshold,
                        modelId,
                        galleryVersion,
                        null,
                        corrected.reference());
    }

    /**
     * As somebody said by hand.
     *
     * @param correction null if nobody did
     */
    public TrackIdentity correctedBy(@Nullable Correction correction) {
        var said = uncorrected();
        if (correction == null) {
            return said;
        }
        if (correction.person() != null) {
            return said.is(Decision.MATCH, correction.person(), correction);
        }
        return said.person != null && correction.not().contains(said.person)
                ? said.is(Decision.UNKNOWN, null, correction)
                : said;
    }

    private TrackIdentity is(Decision now, @Nullable PersonId who, Correction correction) {
        var isSame = Objects.equals(who, person);
        return new TrackIdentity(
                now,
                who,
                isSame ? matches : 0,
                goodLooks,
                isSame ? similarity : null,
                threshold,
                modelId,
                galleryVersion,
                new CorrectedIdentity(correction.at(), decision, person, matches, similarity, reference),
                isSame ? reference : null);
    }
}
