package io.faceline.systemtests.alertchaos;

import static org.awaitility.Awaitility.await;

import io.faceline.alerts.AlertsMain;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.topic.Topic;
import io.faceline.delivery.DeliveryMain;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.systemtests.chaos.Injury;
import io.faceline.systemtests.chaos.InjuryPlan;
import io.faceline.systemtests.chaos.RoundNotes;
import io.faceline.systemtests.process.Installation;
import io.faceline.systemtests.process.Instance;
import io.faceline.tracker.TrackerMain;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One round with processes of its own: the scene is played while trackers, the stage of alerts, alert-delivery and Kafka are
 * killed and frozen by seed and receivers are away; then what was said is compared with the scene; then all is killed and
 * started again, and nothing more may be said.
 */
final class AlertRound {
    private static final List<String> DELIVERY = List.of("delivery-1", "delivery-2");

    static final Map<String, Class<?>> SERVICES = services();

    /** Receivers are on this machine, and a hanging one is given up soon. */
    static final Map<String, String> SETTINGS =
            Map.of("FACELINE_RECEIVER_LOCAL_ADDRESSES", "true", "FACELINE_WEBHOOK_TIMEOUT", "2s");

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final Duration MAX_FREEZE = Duration.ofSeconds(9);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int AWAY_FROM_SECONDS = 6;
    private static final int AWAY_SECONDS = 9;

    private final long seed;
    private final int round;
    private final RoundNotes notes;
    private final Installation installation;
    private final Hooks hooks;
    private final long startedAt = System.nanoTime();

    /** @param installation with the {@link #SERVICES}, which are not started */
    AlertRound(long seed, int round, RoundNotes notes, Installation installation, Hooks hooks) {
        this.seed = seed;
        this.round = round;
        this.notes = notes;
        this.installation = installation;
        this.hooks = hooks;
    }

    private static Map<String, Class<?>> services() {
        var services = new TreeMap<String, Class<?>>();
        services.put("tracker", TrackerMain.class);
        List.of("alerts-1", "alerts-2").forEach(name -> services.put(name, AlertsMain.class));
        DELIVERY.forEach(name -> services.put(name, DeliveryMain.class));
        return Map.copyOf(services);
    }

    void run() throws InterruptedException, IOException {
        notes.event("starting");
        writeRules();
        awaitReady(START, "not ready at the start");
        notes.event("ready after_seconds=" + seconds());
        try (var cameras = new ScriptedCameras(installation.kafka(), notes)) {
            injure(cameras.start());
            heal();
            var before = settled().withAllMessages();
            before.notes(notes);
            startAgain(cameras, before);
        }
        notes.event("done seconds=" + seconds() + notes.summary());
    }

    private void writeRules() {
        var topics = installation.topics().alerting();
        try (var sender = new RecordSender(installation.kafka(), "alert-chaos")) {
            Scene.lists()
                    .forEach(
                            list -> write(sender, topics.watchLists(), list.id().value(), list));
            Scene.rules()
                    .forEach(rule -> write(sender, topics.rules(), rule.id().value(), rule));
            hooks.receivers()
                    .forEach(receiver ->
                            write(sender, topics.receivers(), receiver.id().value(), receiver));
        }
    }

    private static <V> void write(RecordSender sender, Topic<V> topic, String key, V value) {
        sender.send(topic, key, value, null).join();
    }

    private void injure(Instant start) throws InterruptedException, IOException {
        hooks.trouble(new Random(seed * 31 + round));
        var random = new Random((seed * 1_000_003 + round) * 31);
        var away = start.plusSeconds(AWAY_FROM_SECONDS + (long) random.nextInt(6));
        var plan = InjuryPlan.of(random, injured(), Scene.LENGTH, MAX_FREEZE);
        for (var step : plan.steps()) {
            awaitTime(start.plus(step.at()), away);
            var injury = killing(step.injury());
            notes.event(injury.word() + " instance=" + step.instance());
            notes.count(injury.word());
            injury.on(installation.instance(step.instance()));
        }
        awaitTime(start.plus(Scene.LENGTH), away);
    }

    /** Nobody is asked to end: without Kafka that takes longer than anybody is to be away. */
    private static Injury killing(Injury injury) {
        return injury == Injury.TERMINATED ? Injury.KILLED : injury;
    }

    /** Each of the four kinds as often, whether there are two of it or one. */
    private List<String> injured() {
        return Stream.concat(
                        installation.instances().stream().map(Instance::name),
                        Stream.of("tracker", Installation.BROKER))
                .toList();
    }

    /** @param away since when the fleeting receiver is away */
    private void awaitTime(Instant time, Instant away) throws InterruptedException, IOException {
        for (var now = Instant.now(); now.isBefore(time); now = Instant.now()) {
            restartEnded();
            killAmidDelivery();
            flee(now, away);
            var left = Duration.between(Instant.now(), time).toMillis();
            TimeUnit.MILLISECONDS.sleep(Math.max(1, Math.min(left, POLL.toMillis())));
        }
    }

    private boolean isAway;
    private boolean hasReturned;

    private void flee(Instant now, Instant away) throws IOException {
        if (!isAway && !hasReturned && now.isAfter(away)) {
            isAway = true;
            hooks.fleeting().vanish();
            notes.event("vanished receiver=" + hooks.fleeting().name());
        } else if (isAway && now.isAfter(away.plusSeconds(AWAY_SECONDS))) {
            comeBack();
        }
    }

    private void comeBack() throws IOException {
        if (isAway) {
            isAway = false;
            hasReturned = true;
            hooks.fleeting().appear();
            notes.event("returned receiver=" + hooks.fleeting().name());
        }
    }

    /** Whoever delivers is killed while a receiver has the message and has not answered. */
    private void killAmidDelivery() {
        if (hooks.isAttempted()) {
            DELIVERY.forEach(name -> {
                notes.event("killed instance=" + name + " amid_delivery=true");
                notes.count("killed_amid_delivery");
                installation.instance(name).kill();
            });
            hooks.killed();
            DELIVERY.forEach(name -> installation.instance(name).start());
        }
    }

    /** As Compose does with {@code restart: unless-stopped}. */
    private void restartEnded() {
        for (var instance : installation.instances()) {
            instance.takeOwnEnd().ifPresent(code -> {
                notes.event("ended_by_itself instance=" + instance.name() + " exit_code=" + code);
                notes.count("ended_by_itself");
                instance.start();
            });
        }
    }

    private void heal() throws IOException {
        comeBack();
        hooks.heal();
        for (var instance : installation.instances()) {
            if (instance.isFrozen()) {
                instance.thaw();
                notes.event("thawed instance=" + instance.name());
            }
        }
        awaitReady(RECOVERY, "not ready at the end");
        notes.event("recovered after_seconds=" + seconds());
    }

    private void awaitReady(Duration timeout, String otherwise) {
        installation.instances().forEach(Instance::start);
        installation.instances().forEach(instance -> awaitReady(instance, timeout, otherwise));
    }

    private void awaitReady(Instance instance, Duration timeout, String otherwise) {
        instance.start();
        if (!isTrueWithin(timeout, instance::isReady)) {
            notes.violation(otherwise + ": " + instance.condition());
        }
    }

    private boolean isTrueWithin(Duration timeout, Supplier<Boolean> condition) {
        try {
            await().atMost(timeout).pollInterval(POLL).until(() -> {
                restartEnded();
                return condition.get();
            });
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** What was said, once nothing is missing and nothing waits; with what is wrong after two minutes. */
    private Said settled() {
        var said = new Said[1];
        var isSettled = isTrueWithin(SETTLING, () -> {
            said[0] = said();
            return said[0].isSettled();
        });
        if (!isSettled) {
            said[0].problems().forEach(notes::violation);
        }
        notes.event("settled after_seconds=" + seconds() + " is_settled=" + isSettled);
        return said[0];
    }

    private Said said() {
        // What receivers got is a part of what was written, if that is read afterwards.
        var counts = hooks.all().stream().map(hook -> hook.got().size()).toList();
        return new Said(AlertEvidence.read(installation.kafka()), hooks, counts);
    }

    /** Kills all of them, and starts them again: only who comes afterwards is told. */
    private void startAgain(ScriptedCameras cameras, Said before) {
        installation.instances().forEach(Instance::kill);
        awaitReady(installation.instance(Installation.BROKER), START, "not ready when started again");
        awaitReady(START, "not ready when started again");
        notes.event("started_again after_seconds=" + seconds());
        cameras.probe();
        if (!isTrueWithin(SETTLING, () -> said().isProbeTold())) {
            notes.violation("who comes after the start is not told");
        }
        said().sinceThen(before).forEach(notes::violation);
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt);
    }

    /**
     * All that was said until a moment.
     *
     * @param counts of messages, by receiver
     */
    private record Said(AlertEvidence evidence, Hooks hooks, List<Integer> counts) {
        List<String> problems() {
            var problems = new ArrayList<>(new AlertChecks(evidence).violations());
            for (var hook : hooks.all()) {
                problems.addAll(
                        new DeliveryChecks(evidence, hook.name(), hook.got(), hooks.isToldOfEnds(hook)).violations());
            }
            if (evidence.waiting() > 0) {
                problems.add(evidence.waiting() + " messages wait");
            }
            return problems;
        }

        /** What receivers got while the topics were read was checked as well. */
        Said withAllMessages() {
            return new Said(
                    evidence,
                    hooks,
                    hooks.all().stream().map(hook -> hook.got().size()).toList());
        }

        boolean isSettled() {
            return problems().isEmpty();
        }

        void notes(RoundNotes notes) {
            notes.count("alerts", evidence.byAlert().size());
            notes.count("revisions", evidence.alerts().size());
            notes.count("tracks", evidence.tracks().size());
            notes.count("messages", counts.stream().mapToLong(count -> count).sum());
            hooks.all()
                    .forEach(hook -> notes.count(
                            "repeats",
                            hook.got().size()
                                    - hook.got().stream()
                                            .map(Hook.Got::id)
                                            .distinct()
                                            .count()));
            notes.count("cut_rounds", evidence.isCut() ? 1 : 0);
        }

        boolean isProbeTold() {
            var probe = evidence.alerts().stream()
                    .filter(alert -> alert.rule().equals(Scene.PROBE))
                    .map(Alert::message)
                    .findFirst();
            return probe.filter(id -> hooks.all().stream().allMatch(hook -> hook.got().stream()
                            .anyMatch(message ->
                                    message.isAccepted() && message.id().equals(id))))
                    .isPresent();
        }

        /** What should not have been said since then: anything but the probe, and ends that were due. */
        List<String> sinceThen(Said before) {
            var problems = new ArrayList<String>();
            evidence.alerts().stream()
                    .skip(before.evidence.alerts().size())
                    .filter(alert -> !isDue(alert))
                    .forEach(alert -> problems.add("said because something started: " + alert));
            for (var i = 0; i < counts.size(); i++) {
                var hook = hooks.all().get(i);
                hook.got().stream()
                        .limit(counts.get(i))
                        .skip(before.counts.get(i))
                        .filter(message -> evidence.alerts().stream()
                                .noneMatch(alert -> alert.message().equals(message.id()) && isDue(alert)))
                        .forEach(message ->
                                problems.add(hook.name() + " is told because something started: " + message));
            }
            return problems;
        }

        private static boolean isDue(Alert alert) {
            return alert.rule().equals(Scene.PROBE) || alert.changes().stream().noneMatch(AlertRound::isNews);
        }
    }

    private static boolean isNews(AlertNews news) {
        return switch (news) {
            case CLOSED, BETTER_SHOT, COUNT -> false;
            default -> true;
        };
    }
}
