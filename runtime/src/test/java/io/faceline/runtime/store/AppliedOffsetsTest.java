package io.faceline.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.kafka.WriteToken;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class AppliedOffsetsTest {
    private final AppliedOffsets appliedOffsets = new AppliedOffsets();

    @Test
    void await_endsWhenTheWriteComes() throws InterruptedException {
        var global = new Thread(() -> appliedOffsets.arrived(7, new WriteToken("task", 2)));
        global.start();

        assertThat(appliedOffsets.await(new WriteToken("task", 1), Duration.ofSeconds(10)))
                .isTrue();
        assertThat(appliedOffsets.version()).isEqualTo(7);
        global.join();
    }

    @Test
    void await_givesUp_whenOnlyOthersWrite() {
        appliedOffsets.arrived(7, new WriteToken("other", 9));

        assertThat(appliedOffsets.await(new WriteToken("task", 1), Duration.ofMillis(5)))
                .isFalse();
    }

    @Test
    void write_survivesAHeader() {
        var headers = new RecordHeaders();
        new WriteToken("a/b", 12).writeTo(headers);

        assertThat(WriteToken.in(headers)).contains(new WriteToken("a/b", 12));
        assertThat(WriteToken.in(new RecordHeaders())).isEmpty();
        assertThat(WriteToken.in(new RecordHeaders().add("write", new byte[] {'x'})))
                .isEmpty();
        assertThat(WriteToken.in(new RecordHeaders().add("write", "a/b".getBytes())))
                .isEmpty();
    }
}
