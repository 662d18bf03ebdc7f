package io.faceline.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
    private static final int DIMENSION = 512;
    private static final int ROWS = 4000;
    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void memory_isFreedOnTheLastRelease() {
        var before = used();
        var memory = new NativeMemory();
        memory.allocate((int) MEBIBYTE);

        assertThat(memory.retain()).isTrue();
        memory.release();
        assertThat(used() - before).isGreaterThanOrEqualTo(4 * MEBIBYTE);
        memory.release();
        assertThat(used() - before).isLessThan(4 * MEBIBYTE);
        assertThat(memory.retain()).isFalse();
    }

    @Test
    void rebuilds_leaveNothingBehind() {
        var index = new ModelIndex(DIMENSION, Scope.SHARED);
        var person = new PersonId("ada");
        var embedding = TestEmbeddings.anyone(new Random(1), DIMENSION);
        for (var row = 0; row < ROWS; row++) {
            index.index(new ReferenceId("r" + row), person, embedding, null);
        }
        var before = used();

        for (var change = 0; change < 20 * ROWS; change++) {
            index.index(new ReferenceId("r" + change % ROWS), person, embedding, null);
            if (change % 1000 == 0) {
                index.search(new Queries(List.of(new Query(embedding, new BestPeople(1, (id, found) -> found)))));
            }
        }

        // Twenty times the index would be 160 MiB. Between two rebuilds it may grow to twice its size.
        assertThat(used() - before).isLessThan(12 * MEBIBYTE);
    }

    private static long used() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
