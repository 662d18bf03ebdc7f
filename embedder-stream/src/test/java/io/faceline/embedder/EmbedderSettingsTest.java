package io.faceline.embedder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.frame.Lane;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.vision.model.Device;
import io.faceline.vision.model.InferencePermits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbedderSettingsTest {
    @Test
    void settingsAreTheDefaults_nothingSet() {
        assertThat(from(Map.of()))
                .isEqualTo(new EmbedderSettings(
                        Lane.LIVE,
                        Runtime.getRuntime().availableProcessors(),
                        List.of(),
                        Optional.empty(),
                        Device.CPU,
                        true));
    }

    @Test
    void settingsAreRead_allSet() {
        var settings = from(Map.of(
                "FACELINE_LANE", "bulk",
                "FACELINE_EMBEDDER_THREADS", "3",
                "FACELINE_MODELS", "/models",
                "FACELINE_EMBEDDER", "sface",
                "FACELINE_DEVICE", "cuda",
                "FACELINE_REUSE_EMBEDDINGS", "false"));

        assertThat(settings)
                .isEqualTo(new EmbedderSettings(
                        Lane.BULK, 3, List.of(Path.of("/models")), Optional.of("sface"), Device.CUDA, false));
    }

    @ParameterizedTest
    @CsvSource({"FACELINE_LANE,fast", "FACELINE_EMBEDDER_THREADS,0", "FACELINE_DEVICE,tpu"})
    void settingIsRefused_eachInvalid(String name, String value) {
        assertThatThrownBy(() -> from(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(name + " must be ")
                .hasMessageEndingWith("was \"" + value + "\"");
    }

    @Test
    void visionSettings_areThoseOfTheOtherLane() {
        var vision = from(Map.of("FACELINE_MODELS", "/models")).in(Lane.BULK).vision(new InferencePermits(1));

        assertThat(vision.modelFolders()).containsExactly(Path.of("/models"));
        assertThat(vision.inference().lane()).isEqualTo(Lane.BULK);
    }

    private static EmbedderSettings from(Map<String, String> environment) {
        return EmbedderSettings.from(new Settings(environment));
    }
}
