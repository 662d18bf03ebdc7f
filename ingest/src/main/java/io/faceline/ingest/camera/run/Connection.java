package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.CameraNotice;
import io.faceline.ingest.camera.open.Login;
import io.faceline.vision.camera.CameraStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The open connection of a run, and when it showed its first picture. Confined to the run's thread. */
final class Connection {
    private final CameraStream stream;
    private final Optional<Login> login;
    private final Instant openedAt;
    private Optional<Instant> liveSince = Optional.empty();
    private Set<CameraNotice> notices = Set.of();

    Connection(CameraStream stream, Optional<Login> login, Instant openedAt) {
        this.stream = stream;
        this.login = login;
        this.openedAt = openedAt;
    }

    CameraStream stream() {
        return stream;
    }

    Optional<Login> login() {
        return login;
    }

    void live(Instant now) {
        if (liveSince.isEmpty()) {
            liveSince = Optional.of(now);
        }
    }

    boolean isLive() {
        return liveSince.isPresent();
    }

    boolean wasLiveFor(Duration time, Instant now) {
        return liveSince.filter(since -> !now.isBefore(since.plus(time))).isPresent();
    }

    Duration age(Instant now) {
        return Duration.between(openedAt, now);
    }

    Set<CameraNotice> notices() {
        return notices;
    }

    void notices(Set<CameraNotice> told) {
        notices = told;
    }
}
