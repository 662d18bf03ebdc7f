package io.faceline.runtime.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseableStackTest {
    @Test
    void allAreClosedOnce_inReverseOrderAndWhateverFails() {
        List<String> closed = new ArrayList<>();
        var stack = new CloseableStack();
        stack.add(() -> closed.add("first"));
        stack.add(() -> {
            throw new IllegalStateException("a test");
        });
        stack.add(() -> closed.add("last"));

        stack.close();
        stack.close();

        assertThat(closed).containsExactly("last", "first");
    }
}
