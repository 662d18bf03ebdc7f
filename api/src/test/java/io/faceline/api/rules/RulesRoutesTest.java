package io.faceline.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestServer;
import io.faceline.contracts.face.Identification;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesRoutesTest {
    @Test
    void sureIsTold_asItIsEverywhere() throws Exception {
        try (var server = new TestServer(List.of(new RulesRoutes()))) {
            var told = server.ask("GET", RulesRoutes.PATH, "").json();

            assertThat(told.path("sureConfidence").asDouble()).isEqualTo(Identification.SURE_CONFIDENCE);
        }
    }
}
