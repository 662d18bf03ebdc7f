package io.faceline.cli.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.vision.image.header.ImageKind;
import io.faceline.vision.video.VideoKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The formats are listed once; help and documentation repeat that list. */
class FormatNamesTest {
    @Test
    void help_listsTheFormats() {
        assertThat(CommandLineRun.of("recognize", "--help").out()).contains(ImageKind.NAMES, VideoKind.NAMES);
    }

    @Test
    void openApi_listsTheFormatsOfVideos() throws IOException {
        var text = Pattern.compile("\\s+").matcher(openApi()).replaceAll(" ");

        assertThat(text.split(Pattern.quote(VideoKind.NAMES), -1))
                .as("description and 415")
                .hasSize(3);
        assertThat(text).doesNotContain("WebM or AVI");
    }

    private static String openApi() throws IOException {
        try (var file = FormatNamesTest.class.getResourceAsStream("/io/faceline/api/docs/openapi.yaml")) {
            return new String(Objects.requireNonNull(file, "openapi.yaml").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
