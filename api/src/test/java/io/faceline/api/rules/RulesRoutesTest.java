package io.faceline.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.api.ApiSettings;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.topic.Retention;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesRoutesTest {
    private static final Retention KEPT_FOR_A_MONTH =
            new Retention(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(30), Duration.ofHours(1));

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

    @Test
    void retention_isTheOneInForce() throws Exception {
        var retention = told(Map.of("FACELINE_JOB_RETENTION", "48h", "FACELINE_SESSION_EXPIRY", "2h"))
                .path("retention");

        assertThat(retention.path("matches").asLong()).isEqualTo(30 * 24 * 3600);
        assertThat(retention.path("jobs").asLong()).isEqualTo(48 * 3600);
        assertThat(retention.path("keptJobs").asLong()).isEqualTo(30 * 24 * 3600);
        assertThat(retention.path("sessions").asLong()).isEqualTo(2 * 3600);
    }

    private static JsonNode told(Map<String, String> environment) throws Exception {
        var settings = ApiSettings.from(new Settings(environment));
        try (var server = new TestServer(new RulesRoutes(
                settings.portrait(),
                RetentionView.of(
                        KEPT_FOR_A_MONTH,
                        settings.jobRetention(),
                        settings.access().sessionExpiry())))) {
            return server.client().get(RulesRoutes.PATH).json();
        }
    }
}
