package io.faceline.detector;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.vision.FaceAnalyzer;
import io.faceline.vision.image.ImageException;
import java.util.stream.IntStream;

/**
 * Detects the faces of a frame. A frame with an invalid image fails; a frame that was dropped or failed before is
 * passed on unchanged.
 */
public final class DetectFaces {
    private final Finder photos;
    private final Finder videos;
    private final Finder enrollments;
    private final int maxFaces;

    /** Detects the faces of an encoded image, most confident first. */
    @FunctionalInterface
    interface Finder {
        Faces<DetectedFace> find(Blob image) throws ImageException;
    }

    /** @param maxFaces maximum number of faces per frame, which limits the record size; the most confident are kept */
    public DetectFaces(FaceAnalyzer analyzer, int maxFaces) {
        this(analyzer::find, analyzer::findInVideo, analyzer::findForEnrollment, maxFaces);
    }

    DetectFaces(Finder photos, Finder videos, Finder enrollments, int maxFaces) {
        this.photos = photos;
        this.videos = videos;
        this.enrollments = enrollments;
        this.maxFaces = maxFaces;
    }

    public Detections in(Frame frame) {
        var facts = frame.facts();
        return new Detections(
                facts,
                frame.image().then(image -> facts.role().isKnown() ? detect(facts, image) : Outcome.unknownRole()));
    }

    private Finder finder(FrameFacts facts) {
        if (facts.role() instanceof Role.Enrollment) {
            return enrollments;
        }
        return facts.position() == null ? photos : videos;
    }

    private Outcome<Faces<DetectedFace>> detect(FrameFacts facts, Blob image) {
        try {
            return Outcome.made(limited(included(facts, finder(facts).find(image))));
        } catch (ImageException e) {
            return Outcome.failed(e.code(), e.getMessage());
        }
    }

    /** Without the faces that the frame's options leave out. */
    private static Faces<DetectedFace> included(FrameFacts facts, Faces<DetectedFace> found) {
        var options = facts.options();
        if (options == null) {
            return found;
        }
        var left = found.faces().stream()
                .filter(face -> options.includes(face.face(), found.imageWidth(), found.imageHeight()))
                .toList();
        return found.with(IntStream.range(0, left.size())
                .mapToObj(i ->
                        new DetectedFace(left.get(i).face().at(i), left.get(i).crop()))
                .toList());
    }

    private Faces<DetectedFace> limited(Faces<DetectedFace> found) {
        var faces = found.faces();
        return faces.size() <= maxFaces ? found : found.with(faces.subList(0, maxFaces));
    }
}
