package io.faceline.matcher.recognisability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.CatalogException;
import io.faceline.contracts.catalog.CatalogFile;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.frame.TestFrames;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RecognisabilityTest {
    private static final Offset<Double> ROUNDING = within(1e-6);

    private final Recognisability recognisability = TestRecognisability.measures();

    @Test
    void quality_addsVectorLengthMeanClusterAndOffset() {
        // Length 2, cosine 0.6 to a class mean, 0 to the clusters: 1 * 2 - 2 * 0.6 - 1 * 0 - 3.
        var face = TestEmbeddings.human(TestRecognisability.TURNED, 0.6);

        assertThat(recognisability.measure(face, 2.0).quality()).isCloseTo(-2.2, ROUNDING);
    }

    @Test
    void quality_takesTheNearestMeanAndTheNearestCluster() {
        var covered = TestEmbeddings.human(TestRecognisability.COVERED, 0.6);
        var coarse = TestEmbeddings.human(TestRecognisability.COARSE, 0.6);

        assertThat(recognisability.measure(covered, 4.0).quality()).isCloseTo(-0.2, ROUNDING);
        assertThat(recognisability.measure(coarse, 4.0).quality()).isCloseTo(0.4, ROUNDING);
    }

    @Test
    void kinds_areMeasuredApart() {
        var measures = recognisability.measure(TestEmbeddings.human(TestRecognisability.EYES, 0.75), 4.0);

        assertThat(measures.eyes()).isCloseTo(0.25, ROUNDING);
        assertThat(measures.turned()).isCloseTo(1, ROUNDING);
        assertThat(measures.covered()).isCloseTo(1, ROUNDING);
        assertThat(measures.coarse()).isCloseTo(1, ROUNDING);
    }

    @Test
    void lengthIsAssumed_notRecorded() {
        var face = TestEmbeddings.human(1);

        assertThat(recognisability.measure(face, null))
                .isEqualTo(recognisability.measure(face, TestRecognisability.LENGTH));
    }

    @Test
    void nothingIsMeasured_modelWithoutAFile() {
        assertThat(Recognisability.of(model(Optional.empty()))).isEmpty();
    }

    @Test
    void measuresAreTheSame_writtenAndReadAgain() {
        var read = Recognisability.of(
                        model(Optional.of(TestRecognisability.facts().write())))
                .orElseThrow();

        var face = TestEmbeddings.human(TestRecognisability.TURNED, 0.6);
        assertThat(read.measure(face, 2.0)).isEqualTo(recognisability.measure(face, 2.0));
        assertThat(RecognisabilityFacts.read(TestRecognisability.facts().write()))
                .isEqualTo(TestRecognisability.facts());
    }

    @Test
    void fileIsRefused_learnedForAnotherModel() {
        var other = new MatchingFacts(
                "other@00000000",
                TestEmbeddings.DIMENSION,
                TestFrames.THRESHOLDS,
                new Calibration(20, -9, 500),
                Optional.of(
                        new CatalogFile("a.json", TestRecognisability.facts().write())));

        assertThatThrownBy(() -> Recognisability.of(other))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("other@00000000")
                .hasMessageContaining("a.json was learned for " + TestFrames.MODEL);
    }

    @Test
    void fileIsRefused_damaged() {
        var text = new String(TestRecognisability.facts().write().toByteArray(), StandardCharsets.UTF_8);

        for (var damaged : new String[] {"{}", text.substring(0, 100), text.replace("\"crowd\"", "\"cloud\"")}) {
            var model = model(Optional.of(Blob.wrap(damaged.getBytes(StandardCharsets.UTF_8))));

            assertThatThrownBy(() -> Recognisability.of(model))
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining("field embedding.recognisability");
        }
    }

    private static MatchingFacts model(Optional<Blob> file) {
        return new MatchingFacts(
                TestFrames.MODEL,
                TestEmbeddings.DIMENSION,
                TestFrames.THRESHOLDS,
                new Calibration(20, -9, 500),
                file.map(content -> new CatalogFile("a.json", content)));
    }
}
