package io.faceline.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private enum Colour {
        RED,
        DARK_BLUE
    }

    @Test
    void valuesAreTheDefaults_nothingSet() {
        var settings = new Settings(Map.of("FACELINE_BLANK", "  "));

        assertThat(settings.text("FACELINE_X", "a")).isEqualTo("a");
        assertThat(settings.optional("FACELINE_BLANK")).isEmpty();
        assertThat(settings.integer("FACELINE_X", 3, 1, 5)).isEqualTo(3);
        assertThat(settings.decimal("FACELINE_X", 0.5, 0, 1)).isEqualTo(0.5);
        assertThat(settings.duration("FACELINE_X", Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.flag("FACELINE_X", true)).isTrue();
        assertThat(settings.choice("FACELINE_X", Colour.RED)).isEqualTo(Colour.RED);
        assertThat(settings.path("FACELINE_X", Path.of("a"))).isEqualTo(Path.of("a"));
        assertThat(settings.paths("FACELINE_X")).isEmpty();
    }

    @Test
    void valuesAreRead_allSet() {
        var settings = new Settings(Map.of(
                "TEXT",
                " b ",
                "INTEGER",
                "4",
                "DECIMAL",
                "-0.25",
                "DURATION",
                "500ms",
                "FLAG",
                "False",
                "CHOICE",
                "dark_blue",
                "PATH",
                "b",
                "PATHS",
                "b" + File.pathSeparator + "c"));

        assertThat(settings.text("TEXT", "a")).isEqualTo("b");
        assertThat(settings.integer("INTEGER", 3, 1, 5)).isEqualTo(4);
        assertThat(settings.decimal("DECIMAL", 0, -1, 1)).isEqualTo(-0.25);
        assertThat(settings.duration("DURATION", Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.flag("FLAG", true)).isFalse();
        assertThat(settings.choice("CHOICE", Colour.RED)).isEqualTo(Colour.DARK_BLUE);
        assertThat(settings.path("PATH", Path.of("a"))).isEqualTo(Path.of("b"));
        assertThat(settings.paths("PATHS")).isEqualTo(List.of(Path.of("b"), Path.of("c")));
    }

    @Test
    void messageNamesVariableRuleAndValue_eachInvalid() {
        assertThatThrownBy(
                        () -> settings("FACELINE_MATCH_THRESHOLD", "7").decimal("FACELINE_MATCH_THRESHOLD", 0, -1, 1))
                .isInstanceOf(SettingsException.class)
                .hasMessage("FACELINE_MATCH_THRESHOLD must be between -1 and 1, was \"7\"");
        assertRefused("7", it -> it.integer("X", 3, 1, 5), "X must be between 1 and 5, was \"7\"");
        assertRefused("one", it -> it.integer("X", 3, 1, 5), "X must be between 1 and 5, was \"one\"");
        assertRefused("NaN", it -> it.decimal("X", 0, 0.5, 1), "X must be between 0.5 and 1, was \"NaN\"");
        assertRefused(
                "10",
                it -> it.duration("X", Duration.ZERO),
                "X must be a duration such as 500ms, 10s, 24h or PT10S, was \"10\"");
        assertRefused("maybe", it -> it.flag("X", true), "X must be true or false, was \"maybe\"");
        assertRefused("green", it -> it.choice("X", Colour.RED), "X must be red or dark_blue, was \"green\"");
        assertRefused("\0", it -> it.path("X", Path.of("a")), "X must be a path, was \"\0\"");
    }

    @ParameterizedTest
    @CsvSource({"10s,PT10S", "500ms,PT0.5S", "24h,PT24H", "7d,PT168H", "5m,PT5M", "PT1M30S,PT1M30S"})
    void durationIsParsed_inShortNotation(String written, Duration meant) {
        assertThat(settings("X", written).duration("X", Duration.ZERO)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"0s", "-PT1S", "1 week", "99999999999999d", "999999999999d"})
    void durationIsRefused_notPositiveOrNoDuration(String written) {
        ThrowingCallable reading = () -> settings("X", written).duration("X", Duration.ZERO);

        assertThatThrownBy(reading).isInstanceOf(SettingsException.class);
    }

    @Test
    void namesRead_areRecordedWhetherSetOrNot() {
        var settings = new Settings(Map.of("FACELINE_A", "1", "FACELINE_KAFKA_ACKS", "all", "FACELINE_OTHER", "x"));
        settings.integer("FACELINE_A", 0, 0, 5);
        settings.text("FACELINE_B", "");
        settings.startingWith("FACELINE_KAFKA_");

        assertThat(settings.namesRead()).containsExactlyInAnyOrder("FACELINE_A", "FACELINE_B", "FACELINE_KAFKA_ACKS");
    }

    private static void assertRefused(String value, Consumer<Settings> read, String message) {
        assertThatThrownBy(() -> read.accept(settings("X", value)))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }

    private static Settings settings(String name, String value) {
        return new Settings(Map.of(name, value));
    }
}
