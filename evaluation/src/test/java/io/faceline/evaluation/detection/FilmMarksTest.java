package io.faceline.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilmMarksTest {
    @Test
    void marks_areReadFromTheirFile() {
        var marks = FilmMarks.load();

        assertThat(marks.films()).hasSize(12).contains("video/hamilton.mp4", "films/signing/book.mkv");
        assertThat(marks.framesPerSecond("video/hamilton.mp4")).isEqualTo(6);
        assertThat(marks.of("films/signing/book.mkv", 0)).hasSize(1).allMatch(FilmMarks.Mark::isClear);
    }
}
