package io.faceline.alerting.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of docs/how-to/set-up-alerts.md. */
class GuideTest {
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

    private final DefinitionsFile file = new DefinitionsFile(new ReceiverFields(SecretSealer.NONE, template -> {}));

    private static List<String> files() throws Exception {
        var guide = Files.readString(Path.of(System.getProperty("faceline.root"), "docs/how-to/set-up-alerts.md"));
        return YAML.matcher(guide).results().map(found -> found.group(1)).toList();
    }

    @Test
    void files_areValid() throws Exception {
        for (var yaml : files()) {
            assertThatCode(() -> file.read(yaml, Definitions.NONE, Instant.EPOCH))
                    .as(yaml)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void eachPreset_hasAFile() throws Exception {
        var shown = files().stream()
                .flatMap(yaml -> file.read(yaml, Definitions.NONE, Instant.EPOCH).definitions().rules().stream())
                .map(rule -> String.valueOf(rule.preset()))
                .toList();

        assertThat(shown).containsAll(Presets.ALL.stream().map(Preset::id).toList());
    }
}
