package io.faceline.evaluation.sampling;

import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.evaluation.degradation.PictureImages;
import io.faceline.evaluation.embedding.CentralFace;
import io.faceline.vision.MinimumFaceSize;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.image.FaceAligner;
import io.faceline.vision.image.LowLightEnhancement;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.quality.QualityMeter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Embeds the central face of a picture as it is: brightened like in the pipeline, but never turned, so that turned faces
 * can be learned and tested. Looks again with a margin where nothing is found. Thread-safe.
 */
public final class FaceEmbedding implements AutoCloseable {
    private static final double MARGIN = 0.5;

    private final FaceDetector detector;
    private final FaceEmbedder embedder;

    /** Owns both. */
    public FaceEmbedding(FaceDetector detector, FaceEmbedder embedder) {
        this.detector = detector;
        this.embedder = embedder;
    }

    /** Empty when no face is found. */
    public Optional<SampledFace> embed(String photo, int draw, Picture picture) {
        return located(picture)
                .map(found -> embed(photo, draw, found, found.face().crop()));
    }

    /** The face as it is and with the aligned crop mirrored, draws 0 and 1; empty when no face is found. */
    public List<SampledFace> embedBothWays(String photo, Picture picture) {
        return located(picture).stream()
                .flatMap(found -> Stream.of(
                        embed(photo, 0, found, found.face().crop()),
                        embed(photo, 1, found, MirroredCrop.of(found.face().crop()))))
                .toList();
    }

    private Optional<Located> located(Picture picture) {
        var found = central(picture);
        if (found.isPresent()) {
            return found.map(face -> new Located(face, false));
        }
        try (var padded = PictureImages.padded(picture, MARGIN)) {
            return central(padded).map(face -> new Located(face, true));
        }
    }

    private record Located(DetectedFace face, boolean isPadded) {}

    /** Embeds a piece of a picture as if it were an aligned face, whatever it shows. */
    public SampledFace embedByForce(String photo, int draw, AlignedCrop square) {
        var crop = LowLightEnhancement.brightened(square);
        var vector = embedder.embed(List.of(crop)).get(0);
        return new SampledFace(photo, draw, NoFace.INSTANCE, vector.embedding(), vector.rawLength(), false);
    }

    private SampledFace embed(String photo, int draw, Located found, AlignedCrop crop) {
        var vector = embedder.embed(List.of(crop)).get(0);
        var face = found.face().face();
        return new SampledFace(photo, draw, face, vector.embedding(), vector.rawLength(), found.isPadded());
    }

    private Optional<DetectedFace> central(Picture picture) {
        var faces = detect(picture).stream().map(found -> face(picture, found)).toList();
        return CentralFace.of(new Faces<>(picture.width(), picture.height(), faces));
    }

    private List<Detection> detect(Picture picture) {
        var smallest = MinimumFaceSize.DEFAULT.inPhotos();
        var found = detector.detect(picture, smallest);
        if (!found.isEmpty() || !LowLightEnhancement.isDark(picture)) {
            return found;
        }
        try (var bright = LowLightEnhancement.brighten(picture)) {
            return detector.detect(bright, smallest);
        }
    }

    private static DetectedFace face(Picture picture, Detection found) {
        var crop = FaceAligner.align(picture, found.landmarks());
        var quality = QualityMeter.measure(picture, found.box(), found.landmarks(), crop, found.confidence());
        return new DetectedFace(
                new Face(0, found.box(), found.landmarks(), found.confidence(), quality),
                LowLightEnhancement.brightened(crop));
    }

    @Override
    public void close() {
        detector.close();
        embedder.close();
    }
}
