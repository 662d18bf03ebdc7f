package io.faceline.vision.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewestTest {
    private static final CameraEvent.Preview PREVIEW = new CameraEvent.Preview(1, 1, Blob.wrap(new byte[1]));

    private final Newest newest = new Newest();

    @Test
    void newerFrame_replacesTheOneBefore_andIsCounted() throws Exception {
        newest.put(frame(1, true, Optional.of(PREVIEW)));
        newest.put(frame(2, true, Optional.empty()));

        assertThat(take()).isEqualTo(frame(2, true, Optional.of(PREVIEW)));
        assertThat(newest.replaced()).isEqualTo(1);
        assertThat(newest.take(Duration.ZERO)).isEmpty();
    }

    @Test
    void frameOfAStillScene_replacesNoPicture() throws Exception {
        newest.put(frame(1, true, Optional.empty()));
        newest.put(frame(2, false, Optional.empty()));

        assertThat(take()).isEqualTo(frame(1, true, Optional.empty()));
        assertThat(newest.replaced()).isEqualTo(1);
    }

    @Test
    void end_comesLast_andAgainAndAgain() throws Exception {
        var end = new CameraException(CameraFault.ENDED, "end");
        newest.end(end);
        newest.end(new CameraException(CameraFault.CRASHED, "later"));
        newest.put(frame(1, true, Optional.empty()));

        assertThat(take().arrivedAt()).isEqualTo(Instant.ofEpochMilli(1));
        assertThat(newest.take(Duration.ZERO)).contains(new Report.Failed(end));
        assertThat(newest.take(Duration.ZERO)).contains(new Report.Failed(end));
    }

    private CameraEvent.Taken take() throws InterruptedException {
        var report = (Report.Happened) newest.take(Duration.ZERO).orElseThrow();
        return (CameraEvent.Taken) report.event();
    }

    private static CameraEvent.Taken frame(long at, boolean hasJpeg, Optional<CameraEvent.Preview> preview) {
        return new CameraEvent.Taken(
                Instant.ofEpochMilli(at),
                8,
                8,
                hasJpeg ? Optional.of(Blob.wrap(new byte[] {1})) : Optional.empty(),
                preview);
    }
}
