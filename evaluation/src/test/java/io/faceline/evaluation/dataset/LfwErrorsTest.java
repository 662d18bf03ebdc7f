package io.faceline.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LfwErrorsTest {
    @Test
    void without_leavesOutWhoIsThereTwice() {
        var photos = Map.of("Martha_Bowen", List.of(Path.of("a")), "Ann_Veneman", List.of(Path.of("b")));

        assertThat(LfwErrors.without(photos)).containsOnlyKeys("Ann_Veneman");
        assertThat(LfwErrors.has("Martha_Bowen")).isTrue();
        assertThat(LfwErrors.has("Ann_Veneman")).isFalse();
    }
}
