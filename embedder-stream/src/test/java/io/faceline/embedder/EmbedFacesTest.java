package io.faceline.embedder;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Outcome;
import io.faceline.vision.image.CropJpeg;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbedFacesTest {
    private final List<Integer> callSizes = new ArrayList<>();
    private final EmbedFaces embedFaces = new EmbedFaces("model@1", this::embed);

    @Test
    void everyFaceIsEmbedded_allOfAFrameInOneCall() {
        var embeddings = embedFaces.in(Sample.detections(0, Sample.PROBE, Outcome.made(Sample.faces(3))));

        assertThat(embeddings.facts()).isEqualTo(Sample.facts(0, Sample.PROBE));
        assertThat(embeddings.modelId()).isEqualTo("model@1");
        assertThat(faces(embeddings).imageWidth()).isEqualTo(640);
        assertThat(faces(embeddings).faces())
                .extracting(EmbeddedFace::embedding)
                .containsExactly(
                        Sample.embedding(Sample.crop(0)),
                        Sample.embedding(Sample.crop(1)),
                        Sample.embedding(Sample.crop(2)));
        assertThat(faces(embeddings).faces())
                .extracting(face -> face.face().index())
                .containsExactly(0, 1, 2);
        assertThat(callSizes).containsExactly(3);
    }

    @Test
    void cropIsKeptAsJpeg_anyRole() {
        for (var role : List.of(Sample.PROBE, Sample.DETECT)) {
            var embeddings = embedFaces.in(Sample.detections(0, role, Outcome.made(Sample.faces(1))));

            assertThat(faces(embeddings).faces().get(0).cropJpeg()).isEqualTo(CropJpeg.encode(Sample.crop(0)));
        }
    }

    @Test
    void nothingIsEmbedded_detectionOnly() {
        var embeddings = embedFaces.in(Sample.detections(0, Sample.DETECT, Outcome.made(Sample.faces(2))));

        assertThat(faces(embeddings).faces()).hasSize(2).allMatch(face -> face.embedding() == null);
        assertThat(callSizes).isEmpty();
    }

    @Test
    void frameIsPassedOn_noFaces() {
        var embeddings = embedFaces.in(Sample.detections(0, Sample.PROBE, Outcome.made(Sample.faces(0))));

        assertThat(faces(embeddings).faces()).isEmpty();
    }

    @Test
    void lossPassesOn_frameLostBefore() {
        assertThat(embedFaces
                        .in(Sample.detections(0, Sample.PROBE, Outcome.dropped(DropReason.CANCELLED)))
                        .outcome())
                .isEqualTo(Outcome.dropped(DropReason.CANCELLED));
        assertThat(embedFaces
                        .in(Sample.detections(0, Sample.PROBE, Outcome.failed(FailureCode.TOO_SMALL, "small")))
                        .outcome())
                .isEqualTo(Outcome.failed(FailureCode.TOO_SMALL, "small"));
    }

    private List<Embedding> embed(List<AlignedCrop> crops) {
        callSizes.add(crops.size());
        return crops.stream().map(Sample::embedding).toList();
    }

    private static Faces<EmbeddedFace> faces(Embeddings embeddings) {
        return ((Outcome.Made<Faces<EmbeddedFace>>) embeddings.outcome()).value();
    }
}
