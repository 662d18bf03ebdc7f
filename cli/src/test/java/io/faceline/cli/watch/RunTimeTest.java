package io.faceline.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunTimeTest {
    @Test
    void units() {
        assertThat(RunTime.of("90")).isEqualTo(Duration.ofSeconds(90));
        assertThat(RunTime.of("60s")).isEqualTo(Duration.ofMinutes(1));
        assertThat(RunTime.of("5m")).isEqualTo(Duration.ofMinutes(5));
        assertThat(RunTime.of("2h")).isEqualTo(Duration.ofHours(2));
        assertThatThrownBy(() -> RunTime.of("soon"))
                .hasMessageContaining("--for")
                .hasMessageContaining("soon");
        assertThatThrownBy(() -> RunTime.of("0s")).hasMessageContaining("--for");
    }
}
