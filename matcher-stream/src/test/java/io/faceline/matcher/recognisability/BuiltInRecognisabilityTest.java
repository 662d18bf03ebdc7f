package io.faceline.matcher.recognisability;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.catalog.ModelCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInRecognisabilityTest {
    private static final RecognisabilityFacts FACTS = facts();

    private static RecognisabilityFacts facts() {
        var file = ModelCatalog.load(List.of())
                .matching("fr_feature")
                .recognisability()
                .orElseThrow();
        return RecognisabilityFacts.read(file.content());
    }

    @Test
    void defaultEmbedder_hasTwelveClassesAndFortyEightClusters() {
        assertThat(FACTS.model()).isEqualTo("fr_feature@87aacdfe");
        assertThat(FACTS.learnedFrom()).contains("FairFace", "CC BY 4.0");
        assertThat(FACTS.classMeans()).hasSize(12);
        assertThat(FACTS.clusters()).hasSize(48);
    }

    @Test
    void poorDirections_areMeasuredAsPoor() {
        var recognisability = new Recognisability(FACTS);

        for (var mean : FACTS.classMeans()) {
            var measures = recognisability.measure(mean, 2.0);
            assertThat(measures.quality()).isLessThan(FACTS.limits().warned());
            assertThat(recognisability.measure(mean, 4.0).quality()).isGreaterThan(measures.quality());
        }
    }

    @Test
    void similarityOfTwoTurnedFaces_isNoMatch() {
        var recognisability = new Recognisability(FACTS);
        var turned = recognisability.measure(FACTS.classMeans().get(1), 1.9);

        // Two different people who are upside down: 0.67 in one of a thousand pairs.
        var adjusted = 0.67 - recognisability.rule().penalty(turned, turned);

        assertThat(adjusted).isLessThan(recognisability.rule().match(500));
    }
}
