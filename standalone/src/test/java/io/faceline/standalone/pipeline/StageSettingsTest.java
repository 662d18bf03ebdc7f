package io.faceline.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StageSettingsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "FACELINE_MATCH_THRESHOLD", "-1",
            "FACELINE_EMBEDDER", "w600k_mbf",
            "FACELINE_MAX_FACES", "invalid here, but not read",
            "FACELINE_PROBE_MAX_YAW", " ",
            "FACELINE_TOPIC_PREFIX", "test.",
            "FACELINE_ANSWER_TIMEOUT", "10s",
            "PATH", "/usr/bin");

    @Test
    void settingsOfTheStagesThatACommandNeeds_areIgnored() {
        assertThat(StageSettings.ignored(Stages.BULK, ENVIRONMENT))
                .containsExactly("FACELINE_EMBEDDER", "FACELINE_MATCH_THRESHOLD", "FACELINE_MAX_FACES");
    }

    @Test
    void settingsOfOtherStages_areNotNamed() {
        assertThat(StageSettings.ignored(Stages.MATCHER, ENVIRONMENT)).containsExactly("FACELINE_MATCH_THRESHOLD");
        assertThat(StageSettings.ignored(Stages.NONE, ENVIRONMENT)).isEmpty();
    }

    @Test
    void settingsOfTheTracker_areIgnored_whereItRunsElsewhere() {
        var environment = Map.of("FACELINE_TRACKER_THREADS", "2", "FACELINE_WINDOW", "32");
        assertThat(StageSettings.ignored(Stages.ALL, environment)).containsExactly("FACELINE_TRACKER_THREADS");
        assertThat(StageSettings.ignored(Stages.MATCHER, environment)).isEmpty();
    }

    @Test
    void settingsThatIngestOrApiObeyAsWell_areNotNamed() {
        assertThat(StageSettings.ignored(Stages.ALL, Map.of("FACELINE_SESSION_EXPIRY", "1h")))
                .isEmpty();
    }
}
