package io.faceline.ingest.camera.check;

import io.faceline.contracts.Blob;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.ingest.camera.open.Login;
import io.faceline.ingest.camera.open.NetworkCameraOpener;
import io.faceline.ingest.camera.open.certificate.ShownCertificate;
import io.faceline.vision.camera.CameraEvent;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraStream;
import io.faceline.vision.camera.StreamFigures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens a camera once, for some seconds, and says what it sends and what to change. Thread-safe. */
public final class CameraCheck {
    /** Without a picture; key frames may be as far apart. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);
    /** Behind the first picture, to count the rate. */
    private static final Duration WATCHED = Duration.ofSeconds(4);

    private static final Duration POLL = Duration.ofMillis(200);

    private final NetworkCameraOpener opener;

    public CameraCheck(NetworkCameraOpener opener) {
        this.opener = opener;
    }

    /** Takes up to forty seconds, and a few with most cameras. Costs one try of the password. */
    public CheckedCamera check(Camera camera, Optional<Login> login) throws InterruptedException {
        @Nullable ShownCertificate certificate = null;
        var tries = 0;
        try {
            certificate = opener.certificate(camera).orElse(null);
            try (var stream = opener.open(camera, login)) {
                tries = login.isPresent() ? 1 : 0;
                return new Look(camera, login.isPresent(), certificate).at(stream);
            }
        } catch (CameraException e) {
            return failed(e, certificate, tries);
        }
    }

    private static CheckedCamera failed(CameraException e, @Nullable ShownCertificate certificate, int tries) {
        return new CheckedCamera(
                condition(e),
                String.valueOf(e.getMessage()),
                null,
                0,
                0,
                0,
                null,
                shown(certificate),
                e.redirectedTo().orElse(null),
                List.of(),
                List.of(),
                null,
                tries);
    }

    private static CameraCondition condition(CameraException e) {
        return switch (e.fault()) {
            case UNAUTHORIZED -> CameraCondition.UNAUTHORIZED;
            case UNDECODABLE -> CameraCondition.UNDECODABLE;
            case FROZEN -> CameraCondition.FROZEN;
            case UNREACHABLE, ENDED, CRASHED -> CameraCondition.UNREACHABLE;
        };
    }

    private static CheckedCamera.@Nullable Certificate shown(@Nullable ShownCertificate certificate) {
        return certificate == null ? null : new CheckedCamera.Certificate(certificate.fingerprint(), certificate.pem());
    }

    /** One look. Confined to one thread. */
    private static final class Look {
        private final Camera camera;
        private final boolean hasLogin;
        private final @Nullable ShownCertificate certificate;
        private final long begin = System.nanoTime();
        private Optional<StreamFigures> figures = Optional.empty();
        private Optional<Blob> picture = Optional.empty();
        private long firstAt;

        Look(Camera camera, boolean hasLogin, @Nullable ShownCertificate certificate) {
            this.camera = camera;
            this.hasLogin = hasLogin;
            this.certificate = certificate;
        }

        CheckedCamera at(CameraStream stream) throws CameraException, InterruptedException {
            while (!isDone()) {
                stream.next(POLL).ifPresent(this::take);
            }
            return picture.isPresent() ? live() : waiting();
        }

        private boolean isDone() {
            var now = System.nanoTime();
            return picture.isPresent()
                    ? now - firstAt > WATCHED.toNanos() && figures.isPresent()
                    : now - begin > PATIENCE.toNanos();
        }

        private void take(CameraEvent event) {
            if (event instanceof CameraEvent.Figures told) {
                figures = Optional.of(told.figures());
            } else if (event instanceof CameraEvent.Taken taken
                    && picture.isEmpty()
                    && taken.jpeg().isPresent()) {
                picture = taken.jpeg();
                firstAt = System.nanoTime();
            }
        }

        private CheckedCamera live() {
            var told = figures.orElseThrow();
            var openedMillis = (firstAt - begin) / 1_000_000;
            return new CheckedCamera(
                    CameraCondition.LIVE,
                    "Pictures arrive.",
                    told.codec().orElse(null),
                    told.width(),
                    told.height(),
                    told.framesPerSecond(),
                    openedMillis,
                    shown(certificate),
                    null,
                    told.notices().stream().sorted().toList(),
                    CameraAdvice.of(camera, told, openedMillis, hasLogin),
                    picture.orElse(null),
                    hasLogin ? 1 : 0);
        }

        private CheckedCamera waiting() {
            return new CheckedCamera(
                    CameraCondition.CONNECTING,
                    "The camera answers, and no picture has come within " + PATIENCE.toSeconds()
                            + " s. Switch its smart codec off and set the key frame interval to one or two seconds.",
                    null,
                    0,
                    0,
                    0,
                    null,
                    shown(certificate),
                    null,
                    List.of(CameraNotice.WAITS_FOR_KEY_FRAME),
                    List.of(),
                    null,
                    hasLogin ? 1 : 0);
        }
    }
}
