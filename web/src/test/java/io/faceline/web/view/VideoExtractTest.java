package io.faceline.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoExtractTest {
    @ParameterizedTest
    @CsvSource({
        "Gala.mp4, Gala",
        "Gala 3.5.m2ts, Gala 3.5",
        "no extension, no extension",
        "a/b\\c:d\"e.mp4, a_b_c_d_e",
        "王 100%.webm, 王 100_",
        ".mp4, ''"
    })
    void nameIsOneOfEverySystem(String title, String stem) {
        assertThat(new VideoExtract(job(title), "0.00.03.600", "jpg").name().strip())
                .isEqualTo((stem + " 0.00.03.600.jpg").strip());
    }

    @Test
    void nameOfALongTitle_isShort() {
        assertThat(new VideoExtract(job("王".repeat(200)), "0.00.03.600", "mkv").name())
                .hasSizeLessThan(120);
    }

    @Test
    void momentHasNoColons() {
        assertThat(VideoExtract.moment(3_600_000 + 2 * 60_000 + 3_004)).isEqualTo("1.02.03.004");
        assertThat(VideoExtract.moment(0)).isEqualTo("0.00.00.000");
    }

    @Test
    void hashOfAnOldJob_isUnknown() {
        assertThat(VideoExtract.hash(job("a"))).isEmpty();
    }

    private static Job job(String title) {
        var now = Instant.parse("2026-05-04T11:30:00Z");
        return new Job("job-a", new SessionId("ada"), "request", JobState.DONE, now, now)
                .with(JobVideo.waiting(title, "video/mp4", 1000, 5), now);
    }
}
