package io.faceline.systemtests.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.api.ApiMain;
import io.faceline.detector.DetectorMain;
import io.faceline.embedder.EmbedderMain;
import io.faceline.ingest.IngestMain;
import io.faceline.matcher.MatcherMain;
import io.faceline.systemtests.process.Installation;
import io.faceline.systemtests.process.Instance;
import io.faceline.tracker.TrackerMain;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cameras that two ingest processes share, one of which is killed in the middle: every frame has one answer, and the cameras of
 * the killed one are live again at the other. The long form, which also checks the goals of time and memory, is {@code
 * scripts/cameras}.
 */
@Tag("slow")
class CameraSoakTest {
    private static final int CAMERAS = Integer.getInteger("faceline.cameras.count", 4);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("faceline.cameras.seconds", 24));
    private static final boolean CHECKS_GOALS = Boolean.getBoolean("faceline.cameras.goals");
    private static final int FRAMES_PER_SECOND = 10;

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration TAKEOVER = Duration.ofSeconds(15);
    private static final Duration SAMPLE = Duration.ofSeconds(5);
    private static final Duration MAX_DELAY = Duration.ofSeconds(1);

    private static final Map<String, Class<?>> SERVICES = new TreeMap<>(Map.of(
            "detector-camera", DetectorMain.class,
            "embedder-camera", EmbedderMain.class,
            "matcher", MatcherMain.class,
            "tracker", TrackerMain.class,
            "ingest", IngestMain.class,
            "ingest-2", IngestMain.class,
            "api", ApiMain.class));

    @TempDir
    Path folder;

    private final List<String> findings = new ArrayList<>();
    private final List<Long> memory = new ArrayList<>();
    private Instant killedAt = Instant.MAX;
    private Instant backAt = Instant.MAX;

    @Test
    void everyFrameIsAnswered_oneOfTwoIngestsIsKilled() throws Exception {
        var films = films();
        var settings = Map.of("FACELINE_CAMERA_FILES", folder.toString(), "FACELINE_FEEDS", "false");
        try (var installation = Installation.start(folder.resolve("services"), SERVICES, settings)) {
            for (var instance : installation.instances()) {
                await().atMost(START).untilAsserted(() -> assertThat(instance.isReady())
                        .as(instance::condition)
                        .isTrue());
            }
            run(installation, films);
        }

        assertThat(findings).isEmpty();
    }

    private List<Path> films() {
        return CameraFilms.SIGNING.stream()
                .limit(CAMERAS)
                .map(word -> CameraFilms.small(word, folder.resolve(word + ".mp4")))
                .toList();
    }

    private void run(Installation installation, List<Path> films) {
        var cameras = new DefinedCameras(installation.api().as(Installation.ADMIN));
        var ids = IntStream.range(0, CAMERAS).mapToObj(i -> "camera-" + i).toList();
        try (var answers = new WatchedAnswers(installation.kafka())) {
            for (var i = 0; i < CAMERAS; i++) {
                cameras.add(ids.get(i), films.get(i % films.size()), FRAMES_PER_SECOND);
            }
            awaitLive(cameras, START);
            var begin = Instant.now();
            watch(installation.instance("ingest-2"), begin.plus(LENGTH.dividedBy(2)));
            kill(installation.instance("ingest"), cameras);
            watch(installation.instance("ingest-2"), begin.plus(LENGTH));
            var end = Instant.now();
            ids.forEach(id -> cameras.change(id, "{\"enabled\":false}"));
            await().atMost(START)
                    .untilAsserted(
                            () -> assertThat(cameras.conditions().values()).allMatch("DISABLED"::equals));
            await().atMost(START)
                    .untilAsserted(() -> assertThat(answers.unpaired()).isEmpty());
            report(answers, begin, end);
        }
    }

    private static void awaitLive(DefinedCameras cameras, Duration patience) {
        await().atMost(patience)
                .untilAsserted(() -> assertThat(cameras.conditions().values()).allMatch("LIVE"::equals));
    }

    /** The memory until then. */
    private void watch(Instance ingest, Instant until) {
        await().atMost(LENGTH.multipliedBy(2)).pollInterval(SAMPLE).until(() -> {
            ingest.pid().map(ResidentMemory::mebibytes).ifPresent(memory::add);
            return Instant.now().isAfter(until);
        });
    }

    /** The others must not stop, and its own be live again. */
    private void kill(Instance ingest, DefinedCameras cameras) {
        ingest.kill();
        killedAt = Instant.now();
        await().atMost(TAKEOVER.multipliedBy(4))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(instances(cameras)).containsOnly("ingest-2"));
        awaitLive(cameras, TAKEOVER.multipliedBy(4));
        backAt = Instant.now();
    }

    private static List<String> instances(DefinedCameras cameras) {
        return cameras.conditions().keySet().stream()
                .map(id -> cameras.get(id).at("/state/instance").asText())
                .toList();
    }

    private void report(WatchedAnswers answers, Instant begin, Instant end) {
        var takeover = Duration.between(killedAt, backAt);
        System.out.printf(
                "frames %d, outcomes %s, takeover %d ms%n", answers.sent(), answers.outcomes(), takeover.toMillis());
        check(answers.repeated().isEmpty(), "frames were answered twice: " + answers.repeated());
        check(
                answers.made().size() == CAMERAS,
                "not every camera was answered: " + answers.made().keySet());
        checkGoal(takeover.compareTo(TAKEOVER) <= 0, "the takeover took " + takeover);
        var delays = answers.made().values().stream()
                .flatMap(List::stream)
                .map(WatchedAnswers.Answer::delay)
                .sorted()
                .toList();
        var p99 = delays.get((int) (delays.size() * 0.99));
        System.out.printf(
                "delay: median %d ms, p99 %d ms, longest %d ms%n",
                delays.get(delays.size() / 2).toMillis(),
                p99.toMillis(),
                delays.get(delays.size() - 1).toMillis());
        checkGoal(p99.compareTo(MAX_DELAY) <= 0, "the delay's p99 is " + p99);
        answers.made().forEach((camera, list) -> reportSeconds(camera, list, begin, end));
        reportMemory();
    }

    /** In each second there must be an answer, but for those after the kill. */
    private void reportSeconds(String camera, List<WatchedAnswers.Answer> list, Instant begin, Instant end) {
        var seconds = Duration.between(begin, end).toSeconds();
        var answered = new boolean[(int) seconds];
        for (var answer : list) {
            var second = Duration.between(begin, answer.at()).toMillis() / 1000;
            if (!answer.at().isBefore(begin) && second < seconds) {
                answered[(int) second] = true;
            }
        }
        var excusedFrom = Duration.between(begin, killedAt).toSeconds();
        var missing = IntStream.range(0, answered.length)
                .filter(second -> !answered[second])
                .filter(second -> second < excusedFrom || second > excusedFrom + TAKEOVER.toSeconds())
                .boxed()
                .toList();
        System.out.printf("%s: %d answers in %d s, seconds without one %s%n", camera, list.size(), seconds, missing);
        checkGoal(missing.isEmpty(), camera + " was not answered in the seconds " + missing);
        check(list.size() > seconds / 2, camera + " was answered only " + list.size() + " times");
    }

    private void reportMemory() {
        System.out.println("memory of ingest-2 and its cameras, MiB: " + memory);
        if (CHECKS_GOALS) {
            var half = memory.size() / 2;
            var tail = memory.subList(half + half / 3, memory.size());
            var grown = tail.get(tail.size() - 1) - tail.get(0);
            check(grown < tail.get(0) / 10, "the memory grew by " + grown + " MiB");
        }
    }

    private void checkGoal(boolean isReached, String finding) {
        check(isReached || !CHECKS_GOALS, finding);
    }

    private void check(boolean isRight, String finding) {
        if (!isRight) {
            findings.add(finding);
        }
    }
}
