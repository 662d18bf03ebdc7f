package io.faceline.matcher.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.matcher.index.MeasuredReference;
import io.faceline.matcher.recognisability.Measures;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Offset<Double> ROUNDING = within(1e-6);

    @Test
    void templateOfEqualReferences_isTheirMean() {
        var template = Template.of(List.of(reference(1, 2), reference(2, 4)), measures -> 0.5);

        assertThat(template.embedding().similarity(TestEmbeddings.human(1))).isCloseTo(Math.sqrt(0.5), ROUNDING);
        assertThat(template.embedding().similarity(TestEmbeddings.human(2))).isCloseTo(Math.sqrt(0.5), ROUNDING);
        assertThat(template.measures().quality()).isCloseTo(3, ROUNDING);
    }

    @Test
    void poorReference_countsByItsWeight() {
        var template = Template.of(
                List.of(reference(1, 2), reference(2, -2)), measures -> measures.quality() > 0 ? 0.75 : 0.25);

        assertThat(template.embedding().similarity(TestEmbeddings.human(1))).isCloseTo(3 / Math.sqrt(10), ROUNDING);
        assertThat(template.measures().quality()).isCloseTo(1, ROUNDING);
    }

    private static MeasuredReference reference(int human, double quality) {
        Embedding embedding = TestEmbeddings.human(human);
        return new MeasuredReference(new ReferenceId("r" + human), embedding, new Measures(quality, 0, 0, 0, 0));
    }
}
