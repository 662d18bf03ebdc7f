package io.faceline.alerting.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
    static List<Preset> presets() {
        return Presets.ALL;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void filledPreset_isAValidRule(Preset preset) {
        var rule = preset.rule();
        preset.fill().forEach(path -> fill(rule, path));

        assertThatCode(() -> RuleFields.read(Fields.ofJson(rule), Instant.EPOCH))
                .doesNotThrowAnyException();
        assertThat(RuleFields.read(Fields.ofJson(rule), Instant.EPOCH).preset()).isEqualTo(preset.id());
    }

    private static void fill(ObjectNode rule, String path) {
        var dot = path.indexOf('.');
        var object = dot < 0 ? rule : (ObjectNode) rule.path(path.substring(0, dot));
        var name = path.substring(dot + 1);
        if (name.equals("sources") || name.equals("groups")) {
            object.putArray(name).add("door");
        } else {
            object.put(name, name.equals("zone") ? "Europe/Berlin" : "staff");
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void unfilledPreset_namesWhatIsMissing(Preset preset) {
        assertThat(preset.fill()).contains("zone");
        assertThatThrownBy(() -> RuleFields.read(Fields.ofJson(preset.rule()), Instant.EPOCH))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("it is missing");
    }

    @Test
    void whatPeopleMustKnow_isSaid() {
        assertThat(preset("access-control").notes()).anyMatch(note -> note.contains("no liveness"));
        assertThat(preset("tailgating").notes()).anyMatch(note -> note.contains("faces that the camera sees"));
        assertThat(presets()).allMatch(preset -> preset.sentence().endsWith("."));
    }

    private static Preset preset(String id) {
        return presets().stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
