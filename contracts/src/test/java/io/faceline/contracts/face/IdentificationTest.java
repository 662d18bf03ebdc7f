package io.faceline.contracts.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentificationTest {
    private static Identification of(Decision decision, @Nullable Double confidence) {
        var candidates = List.of(new Candidate(new PersonId("ada"), Scope.SESSION, 0.8));
        return new Identification(decision, candidates, 0.8, confidence, List.of());
    }

    @Test
    void aMatchIsSure_confidenceHighEnough() {
        assertThat(of(Decision.MATCH, Identification.SURE_CONFIDENCE).isSure()).isTrue();
        assertThat(of(Decision.MATCH, 0.69).isSure()).isFalse();
        assertThat(of(Decision.MATCH, null).isSure()).isFalse();
    }

    @Test
    void nothingElseIsSure_howeverConfident() {
        assertThat(of(Decision.UNCERTAIN, 1.0).isSure()).isFalse();
        assertThat(of(Decision.UNKNOWN, 1.0).isSure()).isFalse();
    }
}
