package io.faceline.contracts.track;

import io.faceline.contracts.Checks;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A frame of a video or of a live source, answered and tracked: topic {@code tracked-frames}, public JSON. Key: the source,
 * whose frames are in order. Carries person ids and never a name.
 *
 * @param tracks of each face of the answer, in the same order
 */
public record TrackedFrame(Match match, List<FaceTrack> tracks) {
    public TrackedFrame {
        tracks = List.copyOf(tracks);
        var faces = faces(match).size();
        Checks.require(tracks.size() == faces, "each of " + faces + " faces must have a track, were " + tracks.size());
    }

    /** In the frame's order; empty for a frame without faces, or one that was lost. */
    public List<TrackedFace> faces() {
        var faces = faces(match);
        return IntStream.range(0, faces.size())
                .mapToObj(i -> new TrackedFace(faces.get(i), tracks.get(i)))
                .toList();
    }

    public FrameFacts facts() {
        return match.facts();
    }

    public long sequence() {
        return match.facts().sequence();
    }

    /** In the video in seconds; of a frame without one, its capture time since the epoch. */
    public double position() {
        return Look.at(match.facts()).seconds();
    }

    /**
     * As somebody said by hand.
     *
     * @param corrections finds what was said of the track with an id
     */
    public TrackedFrame correctedBy(Function<String, Optional<Correction>> corrections) {
        var corrected = tracks.stream()
                .map(track ->
                        corrections.apply(track.id()).map(track::correctedBy).orElse(track))
                .toList();
        return new TrackedFrame(match, corrected);
    }

    private static List<MatchedFace> faces(Match match) {
        return match.outcome().fold(made -> made.faces(), reason -> List.of(), (code, message) -> List.of());
    }
}
