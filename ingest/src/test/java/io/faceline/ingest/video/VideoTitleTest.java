package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoTitleTest {
    @ParameterizedTest
    @CsvSource({
        "film.mp4, film.mp4",
        "../../etc/passwd, passwd",
        "C:\\Users\\zoe\\film.mp4, film.mp4",
        "'  gala  ', gala",
        "'a\r\nSet-Cookie: b', aSet-Cookie: b",
        "'\u202Emp4.exe', mp4.exe",
        "'\uD83C', video",
        "'', video",
        "حفل 🎬.mp4, حفل 🎬.mp4",
        "<script>alert(1)<, <script>alert(1)<"
    })
    void name_becomesOneLineWithoutAPath(String name, String title) {
        assertThat(VideoTitle.of(Optional.of(name))).isEqualTo(title);
    }

    @Test
    void longName_isCutBetweenCharacters() {
        assertThat(VideoTitle.of(Optional.of("🎬".repeat(10_000)))).isEqualTo("🎬".repeat(200));
    }

    @Test
    void disposition_saysTheName_asBrowsersWriteIt() {
        assertThat(VideoTitle.fromContentDisposition("attachment; filename=\"a b.mp4\""))
                .contains("a b.mp4");
        assertThat(VideoTitle.fromContentDisposition("attachment; filename*=UTF-8''Zo%C3%AB.mp4"))
                .contains("Zoë.mp4");
        assertThat(VideoTitle.fromContentDisposition("inline")).isEmpty();
        assertThat(VideoTitle.fromContentDisposition(null)).isEmpty();
    }
}
