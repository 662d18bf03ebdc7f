package io.faceline.systemtests.chaos;

import static org.awaitility.Awaitility.await;

import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.systemtests.process.Installation;
import io.faceline.systemtests.process.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One round with processes of its own: visitors, one of them with videos, and a foreign camera work while instances are
 * killed and frozen by seed; when all are well again, what the topics and lists say is compared with what was answered.
 */
final class ChaosRound {
    /** The client's patience must outlast a freeze of the service it asks. */
    static final Map<String, String> SETTINGS = Map.of(
            "FACELINE_ANSWER_TIMEOUT", "20s",
            "FACELINE_REQUESTS_PER_SECOND", "10000",
            "FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS", "10000",
            "FACELINE_SESSIONS_PER_MINUTE", "10000");

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration RECOVERY_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration ACCOUNT_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration WORKER_TIMEOUT = Duration.ofMinutes(2);
    private static final int POLL_MILLIS = 250;
    private static final int SESSIONS = 2;

    private final long seed;
    private final int round;
    private final Duration length;
    private final RoundNotes notes;
    private final Portraits portraits = new Portraits();
    private final PeopleLedger ledger = new PeopleLedger();
    private final long startedAt = System.nanoTime();
    private volatile boolean isOver;

    /** @param length how long instances are injured */
    ChaosRound(long seed, int round, Duration length, RoundNotes notes) {
        this.seed = seed;
        this.round = round;
        this.length = length;
        this.notes = notes;
    }

    /** @param installation started with {@link #SETTINGS} */
    void run(Installation installation) throws InterruptedException {
        notes.event("starting seconds=" + length.toSeconds());
        awaitReady(installation, START_TIMEOUT, "not ready at the start");
        notes.event("ready after_seconds=" + seconds());
        var visitors = visitors(installation);
        var films = FilmVisitor.ofNewSession(installation, portraits, ledger, notes, random(SESSIONS + 2));
        work(installation, visitors, films);
        films.awaitEnd();
        notes.event("films_ended after_seconds=" + seconds());
        check(installation, visitors, films);
        notes.event("done seconds=" + seconds() + notes.summary());
    }

    private List<ChaosVisitor> visitors(Installation installation) {
        var visitors = new ArrayList<ChaosVisitor>();
        for (var i = 0; i < SESSIONS; i++) {
            visitors.add(ChaosVisitor.ofNewSession(installation, portraits, ledger, notes, random(i)));
        }
        visitors.add(ChaosVisitor.ofAdmin(installation, portraits, ledger, notes, random(SESSIONS)));
        visitors.forEach(ChaosVisitor::enroll);
        return visitors;
    }

    private void work(Installation installation, List<ChaosVisitor> visitors, FilmVisitor films)
            throws InterruptedException {
        var sessions =
                visitors.stream().map(ChaosVisitor::session).limit(SESSIONS).toList();
        try (var camera = new ForeignCamera(installation, sessions, portraits, notes, random(SESSIONS + 1))) {
            var workers = new ArrayList<Thread>();
            for (var visitor : visitors) {
                workers.add(worker("visitor", visitor::act));
            }
            workers.add(worker("camera", camera::act));
            workers.add(worker("films", films::act));
            workers.forEach(Thread::start);
            injure(installation);
            isOver = true;
            heal(installation);
            for (var worker : workers) {
                worker.join(WORKER_TIMEOUT.toMillis());
                if (worker.isAlive()) {
                    notes.violation(worker.getName() + " hangs");
                }
            }
        }
    }

    /** What a worker repeats until the round is over. */
    private interface Act {
        void once() throws InterruptedException;
    }

    private Thread worker(String name, Act act) {
        return DaemonThreads.of("chaos-" + name, () -> {
            try {
                while (!isOver) {
                    act.once();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | AssertionError e) {
                notes.violation(name + " ended: " + e);
            }
        });
    }

    private void injure(Installation installation) throws InterruptedException {
        var plan = InjuryPlan.of(random(-1), injured(installation), length);
        var start = System.nanoTime();
        for (var step : plan.steps()) {
            sleepUntil(installation, start + step.at().toNanos());
            notes.event(step.injury().word() + " instance=" + step.instance());
            notes.count(step.injury().word());
            step.injury().on(installation.instance(step.instance()));
        }
        sleepUntil(installation, start + length.toNanos());
    }

    /** The trackers three times: what they write is compared frame by frame, so that each injury of theirs says much. */
    private static List<String> injured(Installation installation) {
        var all = installation.instances().stream().map(Instance::name);
        return Stream.of(all, Installation.TRACKERS.stream(), Installation.TRACKERS.stream())
                .flatMap(names -> names)
                .toList();
    }

    private void sleepUntil(Installation installation, long nanos) throws InterruptedException {
        while (System.nanoTime() < nanos) {
            restartEnded(installation);
            TimeUnit.NANOSECONDS.sleep(Math.min(nanos - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)));
        }
    }

    /** As Compose does with {@code restart: unless-stopped}. */
    private void restartEnded(Installation installation) {
        for (var instance : installation.instances()) {
            instance.takeOwnEnd().ifPresent(code -> {
                notes.event("ended_by_itself instance=" + instance.name() + " exit_code=" + code);
                notes.count("ended_by_itself");
                instance.start();
            });
        }
    }

    private void heal(Installation installation) {
        for (var instance : installation.instances()) {
            if (instance.isFrozen()) {
                instance.thaw();
                notes.event("thawed instance=" + instance.name());
            }
            instance.start();
        }
        var healing = System.nanoTime();
        awaitReady(installation, RECOVERY_TIMEOUT, "not ready at the end");
        notes.event("recovered after_millis=" + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - healing));
    }

    private void awaitReady(Installation installation, Duration timeout, String otherwise) {
        for (var instance : installation.instances()) {
            try {
                await().atMost(timeout)
                        .pollInterval(Duration.ofMillis(POLL_MILLIS))
                        .until(() -> {
                            restartEnded(installation);
                            return instance.isReady();
                        });
            } catch (ConditionTimeoutException e) {
                notes.violation(otherwise + ": " + instance.condition());
            }
        }
    }

    private void check(Installation installation, List<ChaosVisitor> visitors, FilmVisitor films) {
        visitors.forEach(ChaosVisitor::checkFinalList);
        var evidence = evidence(installation);
        new FrameChecks(evidence, ledger, portraits, notes).check();
        tracked(installation, evidence, films).check();
        deleteFilms(installation, films);
        var stored = new StoredPeople(installation.kafka()).find();
        for (var entry : ledger.deleted()) {
            if (stored.containsKey(entry.id())) {
                notes.violation("deleted person " + entry.id() + " (" + ChaosVisitor.described(entry) + ") is in "
                        + stored.get(entry.id()));
            }
        }
    }

    /** Waits until every frame is accounted for, or for a minute. */
    private Evidence evidence(Installation installation) {
        var start = System.nanoTime();
        var evidence = Evidence.read(installation.kafka());
        while (!evidence.unanswered().isEmpty() && System.nanoTime() - start < ACCOUNT_TIMEOUT.toNanos()) {
            evidence = Evidence.read(installation.kafka());
        }
        notes.event("accounted after_millis=" + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return evidence;
    }

    /** Waits until every answer is tracked, or for a minute. */
    private TrackChecks tracked(Installation installation, Evidence evidence, FilmVisitor films) {
        var start = System.nanoTime();
        TrackChecks checks;
        do {
            var tracked = TrackEvidence.read(installation.kafka());
            checks = new TrackChecks(evidence, tracked, films.deleted(), ledger, notes);
        } while (!checks.missing().isEmpty() && System.nanoTime() - start < ACCOUNT_TIMEOUT.toNanos());
        notes.event("tracked after_millis=" + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return checks;
    }

    /** Nothing of a deleted video is left in what is compacted, but for what compaction removes. */
    private void deleteFilms(Installation installation, FilmVisitor films) {
        films.deleteAll();
        var stored = new StoredVideos(installation.kafka());
        try {
            await().atMost(ACCOUNT_TIMEOUT)
                    .pollInterval(Duration.ofMillis(POLL_MILLIS))
                    .until(() -> stored.of(films.deleted()).isEmpty());
        } catch (ConditionTimeoutException e) {
            notes.violation("of deleted videos is left: " + stored.of(films.deleted()));
        }
    }

    private Random random(int part) {
        return new Random((seed * 1_000_003 + round) * 31 + part);
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt);
    }
}
