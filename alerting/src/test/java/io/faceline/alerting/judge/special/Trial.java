package io.faceline.alerting.judge.special;

import io.faceline.alerting.TestMemory;
import io.faceline.alerting.book.Erasure;
import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A rule before its judge, with a clock of its own. */
public final class Trial {
    public static final Duration KEPT = Duration.ofDays(30);

    /** All that was written, in order. */
    public final List<Alert> said = new ArrayList<>();

    public final TestMemory memory;
    public final Set<PersonId> deletedPeople = new HashSet<>();
    public final Set<CameraId> deletedCameras = new HashSet<>();
    private final boolean restarts;
    private AlertRule rule;
    private List<WatchList> lists = List.of();
    private List<SourceGroup> groups = List.of();
    private List<Mute> mutes = List.of();
    private RuleJudge judge;
    private Instant now = Instant.EPOCH;

    /** @param restarts whether another judge goes on from the memory before each observation */
    public Trial(AlertRule rule, boolean restarts, WatchList... lists) {
        this(rule, restarts, new TestMemory(), lists);
    }

    public Trial(AlertRule rule, boolean restarts, TestMemory memory, WatchList... lists) {
        this.rule = rule;
        this.restarts = restarts;
        this.memory = memory;
        this.lists = List.of(lists);
        judge = SpecialJudges.of(rule.id(), book(), memory, KEPT);
    }

    public void at(Instant time) {
        now = time;
    }

    public void track(TrackUpdate track) {
        hear(judge -> judge.onTrack(track, now));
    }

    /** A state that is written and judged now. */
    public void state(String camera, CameraCondition condition, Instant since) {
        state(camera, condition, since, now);
    }

    public void state(String camera, CameraCondition condition, Instant since, Instant at) {
        var state = new Observation.OfCamera(new CameraId(camera), condition, since, at);
        hear(judge -> judge.onCamera(state, now));
    }

    /** States once a minute from one time until the other, while the clock goes on. */
    public void states(String camera, CameraCondition condition, Instant from, Instant until) {
        for (var time = from; time.isBefore(until); time = time.plusSeconds(60)) {
            at(time);
            state(camera, condition, from);
        }
        at(until);
    }

    public void tick() {
        hear(judge -> judge.onTime(now, true));
    }

    public void tickWhileBehind() {
        hear(judge -> judge.onTime(now, false));
    }

    /** Twice a second, without a restart in between. */
    public void tickUntil(Instant until) {
        for (; now.isBefore(until); at(now.plusMillis(500))) {
            said.addAll(judge.onTime(now, true));
        }
    }

    public void change(AlertChange change) {
        hear(judge -> judge.onChange(change, now));
    }

    public void write(AlertRule changed) {
        rule = changed;
        reread();
    }

    public void write(List<WatchList> changed) {
        lists = changed;
        reread();
    }

    public void group(SourceGroup... changed) {
        groups = List.of(changed);
        reread();
    }

    public void mute(Mute... changed) {
        mutes = List.of(changed);
        reread();
    }

    public void delete(PersonId person) {
        deletedPeople.add(person);
        reread();
    }

    public void delete(CameraId camera) {
        deletedCameras.add(camera);
        reread();
    }

    public void restart() {
        judge = SpecialJudges.of(rule.id(), book(), memory, KEPT);
    }

    public boolean isEmpty() {
        return judge.isEmpty();
    }

    private void reread() {
        hear(judge -> judge.onBook(book(), now));
    }

    private void hear(Function<RuleJudge, List<Alert>> observation) {
        if (restarts) {
            restart();
        }
        said.addAll(observation.apply(judge));
    }

    private RuleBook book() {
        return new RuleBook(List.of(rule), lists, groups, mutes, new Erasure() {
            @Override
            public boolean isDeleted(PersonId person) {
                return deletedPeople.contains(person);
            }

            @Override
            public boolean hasEnded(SessionId session) {
                return false;
            }

            @Override
            public boolean isDeletedJob(String job) {
                return false;
            }

            @Override
            public boolean isDeletedCamera(CameraId camera) {
                return deletedCameras.contains(camera);
            }
        });
    }
}
