package io.faceline.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {
    @Test
    void misspelledSetting_isUnknown() {
        var environment = Map.of(
                "FACELINE_MATCH_TRESHOLD", "0.5",
                "FACELINE_MATCH_THRESHOLD", "0.5",
                "FACELINE_TRACKER_THREADS", "2",
                "FACELINE_TOPICS", "create",
                "FACELINE_HTTP_HOST", "0.0.0.0",
                "FACELINE_LOG_LEVEL", "DEBUG",
                "FACELINE_KAFKA_SECURITY_PROTOCOL", "SSL",
                "FACELINE_BROKER_LOG_SEGMENT_BYTES", "1000000",
                "FACELINE_JAVA_OPTIONS", "-Xmx1g",
                "PATH", "/bin");

        assertThat(SettingsCheck.unknown(environment)).containsExactly("FACELINE_MATCH_TRESHOLD");
    }
}
