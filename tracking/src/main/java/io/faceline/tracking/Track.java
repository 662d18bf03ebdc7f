package io.faceline.tracking;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A face followed over frames. Not safe for threads. */
final class Track {
    private final long id;
    private final double first;
    private final IdentityVoting votes = new IdentityVoting();
    private Motion motion;
    private Optional<MeanEmbedding> latest = Optional.empty();
    private Optional<MeanEmbedding> clear = Optional.empty();
    private Optional<MeanEmbedding> poor = Optional.empty();
    private BestShot bestShot;
    private double lastSure;
    private long frames;
    private long blindFrames;

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
        return votes.decision();
    }

    /** Seconds from the last face that surely belongs here. */
    double secondsBlind(FaceObservation face) {
        return Math.max(0, face.position() - lastSure);
    }

    /** To all so far or to the latest, whichever is more; absent without embeddings of one model. */
    OptionalDouble similarity(FaceObservation face) {
        return Stream.of(clear.or(() -> poor), latest)
                .flatMap(Optional::stream)
                .flatMap(known -> face.likeness().stream().map(known::similarity))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }

    /** Goes on with a face that is the same; from now on the track looks like this face too. */
    void add(FaceObservation face) {
        goOn(face);
        learn(face);
    }

    /**
     * Goes on with a face that may be the same. The track does not look like it from now on, lest likeness wander from
     * one person to another in small steps; only a track without any good face yet has nothing better.
     */
    void addUnlearnt(FaceObservation face) {
        goOn(face);
        if (clear.isEmpty()) {
            learn(face);
        }
    }

    /**
     * Goes on with a face that is only in the right place. It counts, with those before it, as soon as one that looks
     * like the track comes again; until then it may be somebody else.
     */
    void addBlindly(FaceObservation face) {
        motion = motion.to(face);
        blindFrames++;
    }

    TrackSummary summary() {
        var decision = decision();
        var tally = decision.person().flatMap(votes::of);
        var appearance = new Appearance(
                first,
                lastSure,
                frames,
                tally.map(IdentityVoting.Tally::bestSimilarity).orElse(null),
                tally.map(IdentityVoting.Tally::bestShot).orElse(bestShot));
        return new TrackSummary(decision, appearance, clear);
    }

    private void goOn(FaceObservation face) {
        motion = motion.to(face);
        bestShot = bestShot.better(shot(face));
        frames += blindFrames;
        blindFrames = 0;
        count(face);
    }

    private void count(FaceObservation face) {
        lastSure = Math.max(first, face.position());
        frames++;
        votes.add(face);
    }

    private void learn(FaceObservation face) {
        if (face.isPoor()) {
            poor = mean(poor, face);
        } else {
            clear = mean(clear, face);
            latest = face.likeness().or(() -> latest);
        }
    }

    private static Optional<MeanEmbedding> mean(Optional<MeanEmbedding> known, FaceObservation face) {
        return known.map(it -> face.likeness().map(it::plus).orElse(it)).or(face::likeness);
    }

    private static BestShot shot(FaceObservation face) {
        return BestShot.of(face, face.matched().face().confidence());
    }
}
