package io.faceline.delivery.world;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Puts the world together from what is told. A null value tells that its key was deleted. Thread-safe. */
public final class WorldState implements Worlds {
    private final InstantSource clock;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong version = new AtomicLong();

    @GuardedBy("this")
    private final Sightings sightings = new Sightings();

    @GuardedBy("this")
    private final Map<String, Camera> cameras = new HashMap<>();

    @GuardedBy("this")
    private final Map<String, CameraState> states = new HashMap<>();

    @GuardedBy("this")
    private final Map<String, WatchList> lists = new HashMap<>();

    @GuardedBy("this")
    private final Map<String, AlertRule> rules = new HashMap<>();

    @GuardedBy("this")
    private final KnownPeople people = new KnownPeople();

    @GuardedBy("this")
    private final Map<String, OpenAlert> alerts = new HashMap<>();

    public WorldState(InstantSource clock) {
        this.clock = clock;
    }

    public void camera(String key, @Nullable Camera camera) {
        synchronized (this) {
            put(cameras, key, camera);
            if (camera == null) {
                sightings.remove(key);
            }
        }
        changed();
    }

    public void cameraState(String key, @Nullable CameraState state) {
        final boolean isNews;
        synchronized (this) {
            var before = states.get(key);
            put(states, key, state);
            isNews = before == null || state == null || before.condition() != state.condition();
        }
        if (isNews) {
            changed();
        }
    }

    public void list(String key, @Nullable WatchList list) {
        synchronized (this) {
            put(lists, key, list);
        }
        changed();
    }

    public void rule(String key, @Nullable AlertRule rule) {
        synchronized (this) {
            put(rules, key, rule);
        }
        changed();
    }

    public void person(String key, @Nullable Person person) {
        synchronized (this) {
            people.put(key, person);
        }
        changed();
    }

    public void alert(String key, @Nullable Alert alert) {
        synchronized (this) {
            put(alerts, key, alert == null ? null : open(alert));
        }
        changed();
    }

    private static @Nullable OpenAlert open(Alert alert) {
        return alert.state() == AlertState.OPEN && !alert.muted()
                ? new OpenAlert(alert.rule(), alert.priority())
                : null;
    }

    /** @param written when the record was written */
    public void track(TrackUpdate update, Instant written) {
        synchronized (this) {
            sightings.put(update, written);
        }
        changed();
    }

    private static <V> void put(Map<String, V> map, String key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    private void changed() {
        version.incrementAndGet();
        watchers.forEach(Runnable::run);
    }

    @Override
    public void awaitKnown() {}

    @Override
    public synchronized World now() {
        var now = clock.instant();
        return new WorldView(cameras, states, people, sightings, now)
                .world(lists.values(), rules.values(), alerts.values());
    }

    @Override
    public long version() {
        return version.get();
    }

    @Override
    public Watch watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }
}
