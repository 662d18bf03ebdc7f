package io.faceline.embedder;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.vision.embed.FaceVector;
import io.faceline.vision.image.CropJpeg;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbedFacesTest {
    private final List<Integer> callSizes = new ArrayList<>();
    private final EmbedFaces embedFaces = new EmbedFaces(TestFrames.MODEL, this::embed, true);

    @Test
    void everyFaceIsEmbedded_allOfAFrameInOneCall() {
        var embeddings = embedFaces.in(detections(new Role.Probe(), Outcome.made(TestFaces.detected(3))));

        assertThat(embeddings.facts()).isEqualTo(TestFrames.facts(0));
        assertThat(embeddings.modelId()).isEqualTo(TestFrames.MODEL);
        assertThat(faces(embeddings).imageWidth()).isEqualTo(640);
        assertThat(faces(embeddings).faces())
                .extracting(EmbeddedFace::embedding)
                .containsExactly(TestEmbeddings.human(0), TestEmbeddings.human(1), TestEmbeddings.human(2));
        assertThat(faces(embeddings).faces())
                .extracting(EmbeddedFace::rawLength)
                .containsExactly(1.0, 2.0, 3.0);
        assertThat(faces(embeddings).faces())
                .extracting(face -> face.face().index())
                .containsExactly(0, 1, 2);
        assertThat(callSizes).containsExactly(3);
    }

    @Test
    void cropIsKeptAsJpeg_anyRole() {
        for (var role : List.of(new Role.Probe(), new Role.Detect())) {
            var embeddings = embedFaces.in(detections(role, Outcome.made(TestFaces.detected(1))));

            assertThat(faces(embeddings).faces().get(0).cropJpeg()).isEqualTo(CropJpeg.encode(TestFaces.crop(0)));
        }
    }

    @Test
    void nothingIsEmbedded_detectionOnly() {
        var embeddings = embedFaces.in(detections(new Role.Detect(), Outcome.made(TestFaces.detected(2))));

        assertThat(faces(embeddings).faces())
                .hasSize(2)
                .allMatch(face -> face.embedding() == null && face.rawLength() == null);
        assertThat(callSizes).isEmpty();
    }

    @Test
    void frameFails_roleOfANewerVersion() {
        var embeddings = embedFaces.in(detections(new Role.Unknown("count"), Outcome.made(TestFaces.detected(2))));

        assertThat(embeddings.outcome()).isEqualTo(Outcome.unknownRole());
        assertThat(callSizes).isEmpty();
    }

    @Test
    void frameIsPassedOn_noFaces() {
        var embeddings = embedFaces.in(detections(new Role.Probe(), Outcome.made(TestFaces.detected(0))));

        assertThat(faces(embeddings).faces()).isEmpty();
    }

    @Test
    void lossPassesOn_frameLostBefore() {
        assertThat(embedFaces
                        .in(detections(new Role.Probe(), Outcome.dropped(DropReason.CANCELLED)))
                        .outcome())
                .isEqualTo(Outcome.dropped(DropReason.CANCELLED));
        assertThat(embedFaces
                        .in(detections(new Role.Probe(), Outcome.failed(FailureCode.TOO_SMALL, "small")))
                        .outcome())
                .isEqualTo(Outcome.failed(FailureCode.TOO_SMALL, "small"));
    }

    private static Detections detections(Role role, Outcome<Faces<DetectedFace>> outcome) {
        return new Detections(TestFrames.facts(0, role), outcome);
    }

    /** Crop n is of human n, and its vector n + 1 long. */
    private List<FaceVector> embed(List<AlignedCrop> crops) {
        callSizes.add(crops.size());
        return crops.stream()
                .map(crop -> crop.bgr().toByteArray()[0])
                .map(human -> new FaceVector(TestEmbeddings.human(human), human + 1))
                .toList();
    }

    private static Faces<EmbeddedFace> faces(Embeddings embeddings) {
        return ((Outcome.Made<Faces<EmbeddedFace>>) embeddings.outcome()).value();
    }
}
