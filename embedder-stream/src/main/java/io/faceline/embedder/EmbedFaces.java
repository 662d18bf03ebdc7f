package io.faceline.embedder;

import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.embed.FaceVector;
import io.faceline.vision.image.CropJpeg;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Computes the embeddings of all faces of a frame in one batch. Passes on frames that only need detection. In
 * frames of a camera, a face that hardly moved takes its embedding of the last second again. Thread-safe.
 */
public final class EmbedFaces {
    private final String modelId;
    private final Function<List<AlignedCrop>, List<FaceVector>> embedder;
    private final boolean reuse;
    private final SeenSources sources = new SeenSources();

    /** @param reuse whether faces of a camera that hardly move take their last embedding again */
    public EmbedFaces(FaceEmbedder embedder, boolean reuse) {
        this(embedder.modelId(), embedder::embed, reuse);
    }

    EmbedFaces(String modelId, Function<List<AlignedCrop>, List<FaceVector>> embedder, boolean reuse) {
        this.modelId = modelId;
        this.embedder = embedder;
        this.reuse = reuse;
    }

    public Embeddings in(Detections detections) {
        return new Embeddings(
                detections.facts(), modelId, detections.outcome().then(faces -> embed(detections.facts(), faces)));
    }

    private Outcome<Faces<EmbeddedFace>> embed(FrameFacts facts, Faces<DetectedFace> faces) {
        var role = facts.role();
        if (!role.isKnown()) {
            return Outcome.unknownRole();
        }
        if (role instanceof Role.Detect) {
            return Outcome.made(pass(faces));
        }
        return Outcome.made(isReusedIn(facts) ? embedMoved(facts, faces) : embedAll(faces));
    }

    /** Only a camera's frames come in the order in which they were captured, and enough of them that one tells little. */
    private boolean isReusedIn(FrameFacts facts) {
        return reuse && facts.session().isCamera() && facts.role() instanceof Role.Probe;
    }

    private static Faces<EmbeddedFace> pass(Faces<DetectedFace> faces) {
        return faces.with(faces.faces().stream()
                .map(face -> new EmbeddedFace(face.face(), null, null, CropJpeg.encode(face.crop())))
                .toList());
    }

    private Faces<EmbeddedFace> embedMoved(FrameFacts facts, Faces<DetectedFace> faces) {
        var places = SeenPlaces.of(faces.faces(), sources.of(facts), facts.capturedAt());
        var moved = places.moved();
        var vectors = moved.isEmpty() ? List.<FaceVector>of() : embedder.apply(moved);
        var embedded = places.with(vectors);
        sources.remember(facts, embedded.seen());
        return faces.with(embedded.faces());
    }

    private Faces<EmbeddedFace> embedAll(Faces<DetectedFace> faces) {
        var found = faces.faces();
        var vectors = embedder.apply(found.stream().map(DetectedFace::crop).toList());
        return faces.with(IntStream.range(0, found.size())
                .mapToObj(i -> new EmbeddedFace(
                        found.get(i).face(),
                        vectors.get(i).embedding(),
                        vectors.get(i).rawLength(),
                        CropJpeg.encode(found.get(i).crop())))
                .toList());
    }
}
