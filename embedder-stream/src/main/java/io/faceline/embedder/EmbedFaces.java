package io.faceline.embedder;

import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.embed.FaceVector;
import io.faceline.vision.image.CropJpeg;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Computes the embeddings of all faces of a frame in one batch. Passes on frames that only need detection. */
public final class EmbedFaces {
    private final String modelId;
    private final Function<List<AlignedCrop>, List<FaceVector>> embedder;

    public EmbedFaces(FaceEmbedder embedder) {
        this(embedder.modelId(), embedder::embed);
    }

    EmbedFaces(String modelId, Function<List<AlignedCrop>, List<FaceVector>> embedder) {
        this.modelId = modelId;
        this.embedder = embedder;
    }

    public Embeddings in(Detections detections) {
        return new Embeddings(
                detections.facts(),
                modelId,
                detections.outcome().then(faces -> embed(detections.facts().role(), faces)));
    }

    private Outcome<Faces<EmbeddedFace>> embed(Role role, Faces<DetectedFace> faces) {
        if (!role.isKnown()) {
            return Outcome.unknownRole();
        }
        return Outcome.made(role instanceof Role.Detect ? pass(faces) : embed(faces));
    }

    private static Faces<EmbeddedFace> pass(Faces<DetectedFace> faces) {
        return faces.with(faces.faces().stream()
                .map(face -> new EmbeddedFace(face.face(), null, null, CropJpeg.encode(face.crop())))
                .toList());
    }

    private Faces<EmbeddedFace> embed(Faces<DetectedFace> faces) {
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
