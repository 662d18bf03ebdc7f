package io.faceline.tracking;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.track.TrackShot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best face of an appearance: sharp, large, frontal, recognisable and confident.
 *
 * @param sequence sequence number of the frame within the job
 * @param position of the frame in seconds
 * @param score 0 to 1: quality score, times recognisability where it is known, times match confidence, or times detection
 *     confidence for an unknown person
 * @param reasons reasons of the frame's own decision
 * @param cropJpeg absent if the frame's embeddings are
 */
public record BestShot(
        FrameId frame,
        long sequence,
        double position,
        BoundingBox box,
        Quality quality,
        double score,
        List<Reason> reasons,
        @Nullable Blob cropJpeg) {
    public BestShot {
        reasons = List.copyOf(reasons);
    }

    static BestShot of(FaceObservation face, double confidence) {
        return new BestShot(
                face.facts().id(),
                face.facts().sequence(),
                face.position(),
                face.box(),
                face.matched().face().quality(),
                face.matched().face().quality().usefulness() * confidence,
                face.identification().map(Identification::reasons).orElse(List.of()),
                face.embedded().map(EmbeddedFace::cropJpeg).orElse(null));
    }

    public BestShot better(BestShot other) {
        return other.score > score ? other : this;
    }

    /** The public record of it, without the picture. */
    public TrackShot record() {
        return new TrackShot(frame, sequence, position, box, quality, score, reasons);
    }

    public BestShot withoutPicture() {
        return new BestShot(frame, sequence, position, box, quality, score, reasons, null);
    }
}
