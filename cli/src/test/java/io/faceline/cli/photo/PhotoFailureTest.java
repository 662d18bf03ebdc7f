package io.faceline.cli.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.http.ProblemException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class PhotoFailureTest {
    @Test
    void fullDisk_isTheReasonOfAPhoto_notABug() {
        var refusal = new ProblemException(507, "DISK_FULL", "the disk of the server is nearly full");

        var failure = PhotoFailure.of(new CompletionException(refusal));

        assertThat(failure.code()).isEqualTo("DISK_FULL");
        assertThat(failure).hasMessage("the disk of the server is nearly full");
    }
}
