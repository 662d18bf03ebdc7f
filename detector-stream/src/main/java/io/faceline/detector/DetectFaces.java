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

/**
 * Finds the faces of a frame. An image that cannot be used is a failed frame, and goes on as one; a frame that was lost
 * before stays lost as it was.
 */
public final class DetectFaces {
    private final Finder photos;
    private final Finder videos;
    private final Finder enrollments;
    private final int maxFaces;

    /** Finds the faces in an encoded image, most confident first. */
    @FunctionalInterface
    interface Finder {
        Faces<DetectedFace> find(Blob image) throws ImageException;
    }

    /** @param maxFaces of one frame; the most confident are kept, so that the record stays within its size */
    public DetectFaces(FaceAnalyzer finder, int maxFaces) {
        this(finder::find, finder::findInVideo, finder::findForEnrollment, maxFaces);
    }

    DetectFaces(Finder photos, Finder videos, Finder enrollments, int maxFaces) {
        this.photos = photos;
        this.videos = videos;
        this.enrollments = enrollments;
        this.maxFaces = maxFaces;
    }

    public Detections in(Frame frame) {
        return new Detections(frame.facts(), frame.image().then(image -> find(finder(frame.facts()), image)));
    }

    private Finder finder(FrameFacts facts) {
        if (facts.role() instanceof Role.Enrollment) {
            return enrollments;
        }
        return facts.position() == null ? photos : videos;
    }

    private Outcome<Faces<DetectedFace>> find(Finder finder, Blob image) {
        try {
            return Outcome.made(limited(finder.find(image)));
        } catch (ImageException e) {
            return Outcome.failed(e.code(), e.getMessage());
        }
    }

    private Faces<DetectedFace> limited(Faces<DetectedFace> found) {
        var faces = found.faces();
        return faces.size() <= maxFaces ? found : found.with(faces.subList(0, maxFaces));
    }
}
