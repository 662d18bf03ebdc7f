package io.faceline.vision.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MemoryRoomTest {
    private static final long MEBIBYTE = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final MemoryRoom room = new MemoryRoom(10 * MEBIBYTE);

    @Test
    void severalFit_andTheNextDoesNot() throws InterruptedException {
        var first = room.take(6 * MEBIBYTE, SHORT).orElseThrow();
        room.take(4 * MEBIBYTE, SHORT).orElseThrow();

        assertThat(room.take(MEBIBYTE, SHORT)).isEmpty();
        first.close();
        assertThat(room.take(6 * MEBIBYTE, SHORT)).isPresent();
    }

    @Test
    void placeClosedTwice_isGivenBackOnce() throws InterruptedException {
        var place = room.take(6 * MEBIBYTE, SHORT).orElseThrow();

        place.close();
        place.close();

        assertThat(room.free()).isEqualTo(10 * MEBIBYTE);
    }

    @Test
    void largerThanTheRoom_hasItAlone() throws InterruptedException {
        var all = room.take(1000 * MEBIBYTE, SHORT).orElseThrow();

        assertThat(room.take(1, SHORT)).isEmpty();
        all.close();
        assertThat(room.free()).isEqualTo(10 * MEBIBYTE);
    }

    @Test
    void largeOne_isNotOvertakenBySmallOnes() throws InterruptedException {
        var order = new CopyOnWriteArrayList<String>();
        var before = room.take(6 * MEBIBYTE, SHORT).orElseThrow();
        var large = takeLater(8, "large", order);
        await().until(() -> room.waiting() == 1);
        var small = takeLater(3, "small", order);
        await().until(() -> room.waiting() == 2);

        before.close();
        large.join();
        small.join();

        assertThat(order).isEqualTo(List.of("large", "small"));
    }

    private CompletableFuture<Void> takeLater(int mebibytes, String name, List<String> order) {
        return CompletableFuture.runAsync(() -> {
            try (var place = room.take(mebibytes * MEBIBYTE, LONG).orElseThrow()) {
                assertThat(place).isNotNull();
                order.add(name);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
