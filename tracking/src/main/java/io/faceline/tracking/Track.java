package io.faceline.tracking;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A face tracked over frames. Not thread-safe. */
final class Track {
    private final long id;
    private final double first;
    private final IdentityVoting voting = new IdentityVoting();
    private Motion motion;
    private Optional<MeanEmbedding> latestEmbedding = Optional.empty();
    private Optional<MeanEmbedding> goodEmbedding = Optional.empty();
    private Optional<MeanEmbedding> poorEmbedding = Optional.empty();
    private BestShot bestShot;
    private double lastConfirmed;
    private long frames;
    private long unconfirmedFrames;

    Track(long id, FaceObservation face) {
        this.id = id;
        this.first = face.position();
        this.motion = Motion.at(face);
        this.bestShot = shot(face);
        count(face);
        learn(face);
    }

    long id() {
        return id;
    }

    Motion motion() {
        return motion;
    }

    TrackDecision decision() {
        return voting.decision();
    }

    /** Seconds since the last confirmed face. */
    double secondsUnconfirmed(FaceObservation face) {
        return Math.max(0, face.position() - lastConfirmed);
    }

    /** The larger of the similarities to the mean and to the latest embedding; empty without comparable embeddings. */
    OptionalDouble similarity(FaceObservation face) {
        return Stream.of(goodEmbedding.or(() -> poorEmbedding), latestEmbedding)
                .flatMap(Optional::stream)
                .flatMap(known -> face.meanEmbedding().stream().map(known::similarity))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }

    /** Adds a face of the same person, and updates the embeddings of the track. */
    void add(FaceObservation face) {
        extend(face);
        learn(face);
    }

    /**
     * Adds a face that may be the same. Does not update the embeddings, which could drift from one person to another in
     * small steps, unless the track has no good face yet.
     */
    void addWithoutLearning(FaceObservation face) {
        extend(face);
        if (goodEmbedding.isEmpty()) {
            learn(face);
        }
    }

    /**
     * Adds a face that only matches by position. It counts once a later face confirms the track; until then it may be a
     * different person.
     */
    void addUnconfirmed(FaceObservation face) {
        motion = motion.movedTo(face);
        unconfirmedFrames++;
    }

    TrackSummary summary() {
        var decision = decision();
        var tally = decision.person().flatMap(voting::of);
        var appearance = new Appearance(
                first,
                lastConfirmed,
                frames,
                tally.map(IdentityVoting.Tally::bestSimilarity).orElse(null),
                tally.map(IdentityVoting.Tally::bestShot).orElse(bestShot));
        return new TrackSummary(decision, appearance, goodEmbedding);
    }

    private void extend(FaceObservation face) {
        motion = motion.movedTo(face);
        bestShot = bestShot.better(shot(face));
        frames += unconfirmedFrames;
        unconfirmedFrames = 0;
        count(face);
    }

    private void count(FaceObservation face) {
        lastConfirmed = Math.max(first, face.position());
        frames++;
        voting.add(face);
    }

    private void learn(FaceObservation face) {
        if (face.isPoor()) {
            poorEmbedding = mean(poorEmbedding, face);
        } else {
            goodEmbedding = mean(goodEmbedding, face);
            latestEmbedding = face.meanEmbedding().or(() -> latestEmbedding);
        }
    }

    private static Optional<MeanEmbedding> mean(Optional<MeanEmbedding> known, FaceObservation face) {
        return known.map(it -> face.meanEmbedding().map(it::plus).orElse(it)).or(face::meanEmbedding);
    }

    private static BestShot shot(FaceObservation face) {
        return BestShot.of(face, face.matched().face().confidence());
    }
}
