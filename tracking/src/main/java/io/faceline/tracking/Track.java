package io.faceline.tracking;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackUpdate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A face followed over frames.
 *
 * @param number from 1, in the order in which the tracks of a source began
 * @param firstFace index of the face in the first frame
 * @param lastConfirmed the last look that was not {@link #withUnconfirmed}
 * @param latestEmbedding of the last good face
 * @param goodEmbedding mean of good faces
 * @param poorEmbedding mean of poor faces
 * @param unconfirmedFrames frames since the last confirmed face
 * @param correction what somebody said by hand; absent if nobody did
 */
public record Track(
        long number,
        int firstFace,
        Look first,
        Look lastConfirmed,
        Motion motion,
        IdentityVoting voting,
        @Nullable MeanEmbedding latestEmbedding,
        @Nullable MeanEmbedding goodEmbedding,
        @Nullable MeanEmbedding poorEmbedding,
        TrackShots shots,
        long frames,
        long unconfirmedFrames,
        @Nullable Correction correction) {
    static Track of(long number, FaceObservation face) {
        var empty = new Track(
                number,
                face.matched().face().index(),
                face.look(),
                face.look(),
                Motion.at(face),
                IdentityVoting.NONE,
                null,
                null,
                null,
                TrackShots.of(shot(face)),
                0,
                0,
                null);
        // Learns from a reused embedding too: without one, the next face could not be told to be the same.
        return empty.extended(face).learned(face);
    }

    /** The same when the frames are processed again. */
    String id() {
        return TrackUpdate.id(first.frame(), firstFace);
    }

    public TrackDecision decision() {
        var said = voting.decision();
        if (correction == null) {
            return said;
        }
        if (correction.person() != null) {
            return TrackDecision.match(correction.person());
        }
        return said.person().filter(correction.not()::contains).isPresent() ? TrackDecision.UNKNOWN : said;
    }

    /** @param said by hand; null if nobody said anything */
    Track correctedBy(@Nullable Correction said) {
        return new Track(
                number,
                firstFace,
                first,
                lastConfirmed,
                motion,
                voting,
                latestEmbedding,
                goodEmbedding,
                poorEmbedding,
                shots,
                frames,
                unconfirmedFrames,
                said);
    }

    /** Seconds since the last confirmed face. */
    double secondsUnconfirmed(FaceObservation face) {
        return Math.max(0, face.position() - lastConfirmed.seconds());
    }

    /** The larger of the similarities to the mean and to the latest embedding; empty without comparable embeddings. */
    OptionalDouble similarity(FaceObservation face) {
        return Stream.of(Optional.ofNullable(goodEmbedding == null ? poorEmbedding : goodEmbedding), latest())
                .flatMap(Optional::stream)
                .flatMap(known -> face.meanEmbedding().stream().map(known::similarity))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }

    private Optional<MeanEmbedding> latest() {
        return Optional.ofNullable(latestEmbedding);
    }

    /** With a face of the same person, from which the track learns. */
    Track with(FaceObservation face) {
        var extended = moved(face, unconfirmedFrames).extended(face);
        return face.isReused() ? extended : extended.learned(face);
    }

    /**
     * With a face that may be the same. The track does not learn from it, since it could drift from one person to another in
     * small steps, unless it has no good face yet.
     */
    Track withoutLearning(FaceObservation face) {
        var extended = moved(face, unconfirmedFrames).extended(face);
        return goodEmbedding == null && !face.isReused() ? extended.learned(face) : extended;
    }

    /**
     * With a face that only matches by position. It counts once a later face confirms the track; until then it may be a
     * different person.
     */
    Track withUnconfirmed(FaceObservation face) {
        return moved(face, unconfirmedFrames + 1);
    }

    /** The highest similarity of a frame to the person of the decision; empty if nobody is like the face. */
    public Optional<Double> bestSimilarity() {
        return tally().map(IdentityVoting.Tally::bestSimilarity);
    }

    /** The best shot that is like the person of the decision; the best of all if nobody is. */
    public BestShot decisiveShot() {
        return tally().map(IdentityVoting.Tally::bestShot).orElse(shots.best());
    }

    /** The shots, of which the best is {@link #decisiveShot}. */
    TrackShots decisiveShots() {
        return shots.withBest(decisiveShot());
    }

    /** The votes for the person of the decision. */
    Optional<IdentityVoting.Tally> tally() {
        return decision().person().flatMap(voting::of);
    }

    private Track moved(FaceObservation face, long unconfirmed) {
        return new Track(
                number,
                firstFace,
                first,
                lastConfirmed,
                motion.movedTo(face),
                voting,
                latestEmbedding,
                goodEmbedding,
                poorEmbedding,
                shots,
                frames,
                unconfirmed,
                correction);
    }

    private Track extended(FaceObservation face) {
        return new Track(
                number,
                firstFace,
                first,
                face.position() < first.seconds() ? first : face.look(),
                motion,
                voting.plus(face),
                latestEmbedding,
                goodEmbedding,
                poorEmbedding,
                face.isReused() ? shots : shots.plus(shot(face)),
                frames + unconfirmedFrames + 1,
                0,
                correction);
    }

    private Track learned(FaceObservation face) {
        var isPoor = face.isPoor();
        return new Track(
                number,
                firstFace,
                first,
                lastConfirmed,
                motion,
                voting,
                isPoor ? latestEmbedding : face.meanEmbedding().orElse(latestEmbedding),
                isPoor ? goodEmbedding : mean(goodEmbedding, face),
                isPoor ? mean(poorEmbedding, face) : poorEmbedding,
                shots,
                frames,
                unconfirmedFrames,
                correction);
    }

    /** Whether a frame, or somebody by hand, said that it is one of these people. */
    boolean knows(Predicate<PersonId> people) {
        var isSaid = correction != null && correction.person() != null && people.test(correction.person());
        return isSaid || voting.tallies().stream().anyMatch(tally -> people.test(tally.person()));
    }

    /** Without the votes for these people, and without the pictures if it is of one of them. */
    Track without(Predicate<PersonId> people) {
        var isGone = decision().person().filter(people).isPresent();
        return new Track(
                number,
                firstFace,
                first,
                lastConfirmed,
                motion,
                voting.without(people),
                latestEmbedding,
                goodEmbedding,
                poorEmbedding,
                isGone ? shots.withoutPictures() : shots,
                frames,
                unconfirmedFrames,
                correction);
    }

    Track withoutPictures() {
        return new Track(
                number,
                firstFace,
                first,
                lastConfirmed,
                motion,
                voting.withoutPictures(),
                latestEmbedding,
                goodEmbedding,
                poorEmbedding,
                shots.withoutPictures(),
                frames,
                unconfirmedFrames,
                correction);
    }

    private static @Nullable MeanEmbedding mean(@Nullable MeanEmbedding known, FaceObservation face) {
        var seen = face.meanEmbedding().orElse(null);
        return known == null || seen == null ? (known == null ? seen : known) : known.plus(seen);
    }

    private static BestShot shot(FaceObservation face) {
        return BestShot.of(face, face.matched().face().confidence());
    }
}
