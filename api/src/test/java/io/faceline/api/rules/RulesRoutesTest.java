package io.faceline.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.api.ApiSettings;
import io.faceline.contracts.face.Identification;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesRoutesTest {
    @Test
    void sureIsTold_asItIsEverywhere() throws Exception {
        assertThat(told(Map.of()).path("sureConfidence").asDouble()).isEqualTo(Identification.SURE_CONFIDENCE);
    }

    @Test
    void limitsOfAPortrait_areThoseInForce() throws Exception {
        var portrait = told(Map.of("FACELINE_ENROLLMENT_MIN_SIDE", "120", "FACELINE_ENROLLMENT_BACKGROUND_AREA", "0.5"))
                .path("portrait");

        assertThat(portrait.at("/limits/minSidePixels").asDouble()).isEqualTo(120);
        assertThat(portrait.at("/limits/maxYaw").asDouble()).isEqualTo(55);
        assertThat(portrait.path("backgroundArea").asDouble()).isEqualTo(0.5);
        assertThat(portrait.path("shareOfSurest").asDouble()).isEqualTo(0.8);
    }

    private static JsonNode told(Map<String, String> environment) throws Exception {
        var settings = ApiSettings.from(new Settings(environment));
        try (var server = new TestServer(new RulesRoutes(settings.portrait()))) {
            return server.client().get(RulesRoutes.PATH).json();
        }
    }
}
