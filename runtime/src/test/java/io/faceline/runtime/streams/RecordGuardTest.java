package io.faceline.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordGuardTest {
    @TempDir
    Path folder;

    private final List<String> done = new ArrayList<>();

    @Test
    void recordIsSetAside_twoFailures() {
        var guard = RecordGuard.inMemory("stage");
        fail(guard, 7, new NullPointerException("a bug"));
        fail(guard, 7, new NullPointerException("a bug"));

        assertThatThrownBy(() -> work(guard, 7)).isInstanceOf(SetAsideException.class);
        work(guard, 8);

        assertThat(done).containsExactly("gave up 7", "worked 8");
    }

    @Test
    void recordIsADeadLetterWithoutAnAnswer_answerFailsToo() {
        var guard = RecordGuard.inMemory("stage");
        fail(guard, 7, new NullPointerException("a bug"));
        fail(guard, 7, new NullPointerException("a bug"));

        assertThatThrownBy(() -> guard.work(at(7), () -> {}, () -> {
                    throw new NullPointerException("another");
                }))
                .isInstanceOf(NullPointerException.class);

        assertThatThrownBy(() -> work(guard, 7))
                .isInstanceOfSatisfying(SetAsideException.class, setAside -> assertThat(setAside.isAnswered())
                        .isFalse());
        assertThat(done).isEmpty();
    }

    @Test
    void recordIsSetAsideAgain_readAgain() {
        var guard = RecordGuard.inMemory("stage");
        fail(guard, 7, new NullPointerException("a bug"));
        fail(guard, 7, new NullPointerException("a bug"));
        assertThatThrownBy(() -> work(guard, 7)).isInstanceOf(SetAsideException.class);

        assertThatThrownBy(() -> work(guard, 7)).isInstanceOf(SetAsideException.class);
    }

    @Test
    void failureIsNoAttempt_brokerOrBadRecord() {
        var guard = RecordGuard.inMemory("stage");
        for (var i = 0; i < 3; i++) {
            fail(guard, 7, new DisconnectException());
            fail(guard, 7, new IllegalStateException(new BadRecordException("bad")));
        }

        work(guard, 7);

        assertThat(done).containsExactly("worked 7");
        assertThat(guard.takeFailure(Thread.currentThread())).isFalse();
    }

    @Test
    void failureIsNoAttempt_stageEndsDuringTheRecord() {
        for (var i = 0; i < 2; i++) {
            try (var guard = open(folder)) {
                assertThatThrownBy(() -> guard.work(
                                at(7),
                                () -> {
                                    guard.end();
                                    throw new IllegalStateException("closed under it");
                                },
                                () -> {}))
                        .hasMessage("closed under it");
                assertThat(guard.takeFailure(Thread.currentThread())).isFalse();
            }
        }

        try (var guard = open(folder)) {
            work(guard, 7);
        }

        assertThat(done).containsExactly("worked 7");
    }

    @Test
    void recordIsNoSuspect_stageEndedOrderlyDuringIt() throws Exception {
        var release = new CountDownLatch(1);
        for (var i = 0; i < 2; i++) {
            var begun = new CountDownLatch(1);
            try (var guard = open(folder)) {
                new Thread(() -> guard.work(
                                at(7),
                                () -> {
                                    begun.countDown();
                                    hang(release);
                                },
                                () -> {}))
                        .start();
                begun.await();
                guard.end();
            }
        }

        try (var guard = open(folder)) {
            work(guard, 7);
        }

        release.countDown();
        assertThat(done).containsExactly("worked 7");
    }

    @Test
    void recordIsForgiven_workedOnAfterAll() {
        var guard = RecordGuard.inMemory("stage");
        fail(guard, 7, new NullPointerException("a bug"));
        work(guard, 7);
        fail(guard, 7, new NullPointerException("a bug"));

        work(guard, 7);

        assertThat(done).containsExactly("worked 7", "worked 7");
    }

    @Test
    void stageStops_tenRecordsSetAsideWithinAMinute() {
        var guard = RecordGuard.inMemory("stage");
        for (var offset = 0; offset < 10; offset++) {
            setAside(guard, offset);
        }
        fail(guard, 10, new NullPointerException("a bug"));
        fail(guard, 10, new NullPointerException("a bug"));
        assertThat(guard.takeFailure(Thread.currentThread())).isTrue();

        assertThatThrownBy(() -> work(guard, 10)).hasMessageContaining("the fault is not the records'");

        assertThat(guard.takeFailure(Thread.currentThread())).isFalse();
        assertThatThrownBy(() -> work(guard, 9)).isInstanceOf(SetAsideException.class);
    }

    @Test
    void attemptsOutliveTheProcess_diedAndFailed() {
        var next = folder.resolve("next");
        try (var guard = open(folder.resolve("first"))) {
            fail(guard, 1, new NullPointerException("a bug"));
            guard.work(at(1), () -> copyTo(folder.resolve("first"), next), () -> {});
        }

        try (var guard = open(next)) {
            assertThatThrownBy(() -> work(guard, 1)).isInstanceOf(SetAsideException.class);
            work(guard, 2);
        }

        assertThat(done).containsExactly("gave up 1", "worked 2");
        try (var guard = open(next)) {
            assertThatThrownBy(() -> work(guard, 1)).isInstanceOf(SetAsideException.class);
        }
    }

    @Test
    void attemptsAreCounted_processesKilled() throws Exception {
        for (var kill = 0; kill < 2; kill++) {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var child = new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Dying.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            assertThat(child.waitFor()).as(() -> text(folder.resolve("log"))).isEqualTo(Dying.EXIT);
        }

        try (var guard = open(folder)) {
            assertThatThrownBy(() -> work(guard, 3)).isInstanceOf(SetAsideException.class);
            work(guard, 4);
        }
    }

    /** A process that dies while it works on the record at offset 3. */
    static final class Dying {
        static final int EXIT = 77;

        private Dying() {}

        public static void main(String[] arguments) {
            try (var guard = open(Path.of(arguments[0]))) {
                guard.work(at(2), () -> {}, () -> {});
                guard.work(at(3), () -> Runtime.getRuntime().halt(EXIT), () -> {});
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void recordIsNoSuspect_processEndedBetweenRecords() {
        try (var guard = open(folder)) {
            work(guard, 1);
        }
        try (var guard = open(folder)) {
            work(guard, 1);
        }

        assertThat(done).containsExactly("worked 1", "worked 1");
    }

    @Test
    void journalIsForgotten_damaged() throws IOException {
        try (var guard = open(folder)) {
            work(guard, 1);
        }
        try (var files = Files.list(folder.resolve("records"))) {
            for (var file : files.toList()) {
                Files.write(file, new byte[] {127, 127, 127, 127, 9, 9, 9});
            }
        }

        try (var guard = open(folder)) {
            work(guard, 2);
        }

        assertThat(done).containsExactly("worked 1", "worked 2");
    }

    @Test
    void stageContinuesWithoutAJournal_heldByAnother() {
        try (var holder = open(folder);
                var guard = open(folder)) {
            work(guard, 1);

            assertThat(holder).isNotNull();
            assertThat(done).containsExactly("worked 1");
        }
    }

    @Test
    void watchdogReportsOnceAndCounts_recordHangs() throws InterruptedException {
        var reports = new CopyOnWriteArrayList<Throwable>();
        var release = new CountDownLatch(1);
        try (var guard = open(folder)) {
            guard.watch(reports::add);
            var hanging = new Thread(() -> guard.work(at(5), () -> hang(release), () -> {}), "hanging");
            hanging.start();

            await().atMost(Duration.ofSeconds(10)).until(() -> !reports.isEmpty());
            fail(guard, 5, new NullPointerException("a bug"));
            assertThatThrownBy(() -> work(guard, 5)).isInstanceOf(SetAsideException.class);
            release.countDown();
            hanging.join();

            assertThat(reports).hasSize(1);
            assertThat(reports.get(0)).hasMessageContaining("topic 0 5").hasMessageContaining("hanging");
        }
    }

    @Test
    void guardCostsLittle_manyRecords() {
        try (var guard = open(folder)) {
            measure(guard, 100_000);
            var micros = measure(guard, 100_000);

            System.out.println("guard: " + micros + " us a record");
            assertThat(micros).isLessThan(20);
        }
    }

    private static double measure(RecordGuard guard, int records) {
        var start = System.nanoTime();
        for (var offset = 0; offset < records; offset++) {
            guard.work(at(offset), () -> {}, () -> {});
        }
        return (System.nanoTime() - start) / 1e3 / records;
    }

    private void setAside(RecordGuard guard, long offset) {
        fail(guard, offset, new NullPointerException("a bug"));
        fail(guard, offset, new NullPointerException("a bug"));
        assertThatThrownBy(() -> work(guard, offset)).isInstanceOf(SetAsideException.class);
    }

    private static void fail(RecordGuard guard, long offset, RuntimeException failure) {
        assertThatThrownBy(() -> guard.work(
                        at(offset),
                        () -> {
                            throw failure;
                        },
                        () -> {}))
                .isSameAs(failure);
    }

    private void work(RecordGuard guard, long offset) {
        guard.work(at(offset), () -> done.add("worked " + offset), () -> done.add("gave up " + offset));
    }

    private static void hang(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copyTo(Path from, Path to) {
        try (var files = Files.list(from.resolve("records"))) {
            Files.createDirectories(to.resolve("records"));
            for (var file : files.toList()) {
                Files.copy(file, to.resolve("records").resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordGuard open(Path folder) {
        var kafka = new KafkaSettings("unused:0", "t.", PartitionCounts.DEFAULT, (short) 1, folder, "test", Map.of())
                .withRecordTimeout(Duration.ofMillis(100));
        return RecordGuard.open("stage", kafka);
    }

    private static RecordMetadata at(long offset) {
        return new RecordMetadata() {
            @Override
            public String topic() {
                return "topic";
            }

            @Override
            public int partition() {
                return 0;
            }

            @Override
            public long offset() {
                return offset;
            }
        };
    }
}
