package io.faceline.ingest.camera.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraHours;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraSignIn;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.camera.IgnoredArea;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.schedule.DailySpan;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CameraLoopTest {
    private static final CameraHours FROM_NOON =
            new CameraHours(ZoneId.of("UTC"), List.of(new DailySpan(List.of(), LocalTime.NOON, LocalTime.of(18, 0))));

    private final CameraBench bench = new CameraBench();
    private final RecordedOutput output = bench.output;

    @Test
    void connecting_untilTheFirstFrame() throws Exception {
        var stream = bench.opens();
        bench.step();
        assertThat(bench.condition()).isEqualTo(CameraCondition.CONNECTING);
        stream.figures(Duration.ofSeconds(1), 0, CameraNotice.WAITS_FOR_KEY_FRAME);
        bench.step();
        assertThat(output.state().notices()).containsExactly(CameraNotice.WAITS_FOR_KEY_FRAME);

        stream.figures(Duration.ZERO, 0).picture();
        bench.step();
        bench.step();

        assertThat(bench.condition()).isEqualTo(CameraCondition.LIVE);
        assertThat(output.state().nextTryAt()).isNull();
        assertThat(output.state().instance()).isEqualTo("ingest-1");
    }

    @Test
    void switchedOff_isNeverOpened_andClosedWhenSwitchedOff() throws Exception {
        bench.define(camera -> camera.enabled(false));
        bench.pass(Duration.ofMinutes(1));
        assertThat(bench.openings).isEmpty();
        assertThat(bench.condition()).isEqualTo(CameraCondition.DISABLED);

        bench.define(camera -> camera.enabled(true));
        var stream = bench.live();
        assertThat(bench.condition()).isEqualTo(CameraCondition.LIVE);
        bench.define(camera -> camera.enabled(false));
        bench.step();

        assertThat(stream.isClosed).isTrue();
        assertThat(bench.condition()).isEqualTo(CameraCondition.DISABLED);
        assertThat(output.state().nextTryAt()).isNull();
    }

    @Test
    void outsideItsHours_isClosed_andOpenedAtOnceWithin() throws Exception {
        bench.define(camera -> camera.hours(FROM_NOON));
        bench.pass(Duration.ofMinutes(119));
        assertThat(bench.condition()).isEqualTo(CameraCondition.OUTSIDE_HOURS);
        assertThat(bench.openings).isEmpty();

        var stream = bench.opens().picture();
        bench.pass(Duration.ofSeconds(63));
        assertThat(bench.condition()).isEqualTo(CameraCondition.LIVE);
        assertThat(bench.openings).containsExactly(MovingClock.START.plus(Duration.ofHours(2)));
        bench.pass(Duration.ofHours(6));

        assertThat(bench.condition()).isEqualTo(CameraCondition.OUTSIDE_HOURS);
        assertThat(stream.isClosed).isTrue();
    }

    @Test
    void frozen_isShownAfterThreeSeconds_andTheConnectionKept() throws Exception {
        var stream = bench.live();

        stream.silentFor(Duration.ofSeconds(3));
        bench.step();
        assertThat(bench.condition()).isEqualTo(CameraCondition.LIVE);
        stream.silentFor(Duration.ofMillis(3100));
        bench.step();
        assertThat(bench.condition()).isEqualTo(CameraCondition.FROZEN);
        assertThat(stream.isClosed).isFalse();
        stream.silentFor(Duration.ofMillis(40));
        bench.step();

        assertThat(bench.condition()).isEqualTo(CameraCondition.LIVE);
        assertThat(bench.openings).hasSize(1);
    }

    @Test
    void slowHttpCamera_isNotFrozenBetweenItsPictures() throws Exception {
        bench.at("http://10.0.0.7/snap.jpg");
        bench.define(camera -> camera.framesPerSecond(0.5));
        var stream = bench.live();

        stream.silentFor(Duration.ofSeconds(5));
        bench.step();

        assertThat(bench.condition()).isEqualTo(CameraCondition.LIVE);
    }

    @Test
    void unreachable_isTriedForEver_lessAndLessOften() throws Exception {
        bench.refuses(CameraBench.SILENT);

        bench.pass(Duration.ofMinutes(5));

        assertThat(bench.waits()).startsWith(1L, 2L, 5L, 10L, 30L, 60L, 60L);
        assertThat(bench.condition()).isEqualTo(CameraCondition.UNREACHABLE);
        assertThat(output.state().reason()).isEqualTo("does not answer (DESCRIBE)");
        assertThat(output.state().since()).isEqualTo(MovingClock.START);
        assertThat(output.state().nextTryAt()).isAfter(bench.clock.instant());
    }

    @Test
    void httpCamera_isTriedEveryFiveSecondsAtMost() throws Exception {
        bench.at("http://10.0.0.7/video");
        bench.refuses(CameraBench.SILENT);

        bench.pass(Duration.ofMinutes(1));

        assertThat(bench.waits()).startsWith(5L, 5L, 5L, 10L, 30L);
    }

    @Test
    void liveForAMinute_isOpenedAgainAtOnce_thenFromTheStart() throws Exception {
        bench.refuses(CameraBench.SILENT);
        bench.pass(Duration.ofSeconds(20));
        var stream = bench.opens().picture();
        bench.pass(Duration.ofSeconds(90));
        var before = bench.openings.size();
        bench.refuses(CameraBench.SILENT);

        stream.thenEnds(CameraBench.ENDED);
        bench.step();
        assertThat(bench.condition()).isEqualTo(CameraCondition.CONNECTING);
        assertThat(output.state().reason()).isEqualTo("the stream ended");
        bench.pass(Duration.ofSeconds(10));

        assertThat(bench.waits().subList(before, bench.waits().size())).startsWith(1L, 2L, 5L);
    }

    @Test
    void liveForLess_isNoNewStart_andSaysThatItsEndsAreAlike() throws Exception {
        bench.opening =
                () -> new FakeStream(bench.clock).picture().endsAfter(Duration.ofSeconds(10), CameraBench.ENDED);

        bench.pass(Duration.ofMinutes(4));

        assertThat(bench.waits()).startsWith(11L, 12L, 15L, 20L, 40L, 70L);
        assertThat(output.states)
                .extracting(CameraState::reason)
                .contains("the stream ended", "the stream ended (ends every 10 s)");
    }

    @Test
    void refusedCredentials_areTriedThreeTimesInHalfAnHour() throws Exception {
        bench.refuses(CameraBench.REFUSED);

        bench.pass(Duration.ofMinutes(65));

        assertThat(bench.condition()).isEqualTo(CameraCondition.UNAUTHORIZED);
        assertThat(bench.waits()).startsWith(600L, 600L, 600L, 600L);
        assertNeverMoreThanThreeInHalfAnHour();
    }

    @Test
    void changedCredentials_areTriedAtOnce_butCount() throws Exception {
        bench.refuses(CameraBench.REFUSED);
        bench.step();
        bench.pass(Duration.ofSeconds(10));
        bench.define(camera -> camera.signIn(CameraSignIn.ofSecret("DOOR")));
        bench.pass(Duration.ofSeconds(10));
        assertThat(bench.openings).hasSize(2);
        bench.define(camera -> camera.signIn(CameraSignIn.ofSecret("DOOR_2")));
        bench.pass(Duration.ofSeconds(10));
        assertThat(bench.openings).hasSize(3);
        bench.define(camera -> camera.enabled(false));
        bench.pass(Duration.ofSeconds(10));
        bench.define(camera -> camera.enabled(true).signIn(CameraSignIn.ofSecret("DOOR_3")));

        bench.pass(Duration.ofMinutes(60));

        assertThat(bench.openings.get(3)).isEqualTo(MovingClock.START.plus(Duration.ofMinutes(30)));
        assertNeverMoreThanThreeInHalfAnHour();
    }

    private void assertNeverMoreThanThreeInHalfAnHour() {
        for (var i = 3; i < bench.openings.size(); i++) {
            assertThat(bench.openings.get(i))
                    .isAfterOrEqualTo(bench.openings.get(i - 3).plus(Duration.ofMinutes(30)));
        }
    }

    @Test
    void refusedBeforeARestart_isNotAskedBeforeItsTime() throws Exception {
        bench.refuses(CameraBench.REFUSED);
        bench.pass(Duration.ofMinutes(1));
        var last = output.state();

        var restarted = new CameraBench().startingWith(new CameraStart(Duration.ZERO, true, Optional.of(last)));
        restarted.refuses(CameraBench.REFUSED);
        restarted.pass(Duration.ofMinutes(9));
        assertThat(restarted.openings).isEmpty();
        assertThat(restarted.condition()).isEqualTo(CameraCondition.UNAUTHORIZED);
        assertThat(restarted.output.state().reason()).isEqualTo(last.reason());
        restarted.pass(Duration.ofMinutes(2));
        assertThat(restarted.openings).hasSize(1);

        restarted.define(camera -> camera.signIn(CameraSignIn.ofSecret("DOOR")));
        restarted.pass(Duration.ofSeconds(2));

        assertThat(restarted.openings).hasSize(2);
    }

    @Test
    void refusedAfterItWasLive_isFullOrLocked_andTriedSlowly() throws Exception {
        var stream = bench.live();
        bench.pass(Duration.ofSeconds(5));
        bench.refuses(CameraBench.REFUSED);
        stream.thenEnds(CameraBench.ENDED);

        bench.pass(Duration.ofMinutes(40));

        assertThat(bench.condition()).isEqualTo(CameraCondition.UNREACHABLE);
        assertThat(output.state().reason()).contains("refuses now: it is full or locked");
        assertThat(bench.waits()).startsWith(6L, 60L, 600L);
        assertThat(bench.openings).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void unknownSecret_isNoTryAtTheCamera() throws Exception {
        bench.logins = camera -> {
            throw new IllegalArgumentException("the secret DOOR is not known to this server");
        };

        bench.pass(Duration.ofMinutes(1));

        assertThat(bench.condition()).isEqualTo(CameraCondition.UNAUTHORIZED);
        assertThat(output.state().reason()).isEqualTo("the secret DOOR is not known to this server");
        assertThat(bench.openings).isEmpty();
    }

    @Test
    void changedCertificate_isUnauthorized_alsoAfterItWasLive() throws Exception {
        var stream = bench.live();
        bench.opening = () -> {
            throw new CameraException(CameraFault.UNAUTHORIZED, "the certificate has changed");
        };
        stream.thenEnds(CameraBench.ENDED);

        bench.pass(Duration.ofSeconds(20));

        assertThat(bench.condition()).isEqualTo(CameraCondition.UNAUTHORIZED);
        assertThat(output.state().reason()).isEqualTo("the certificate has changed");
    }

    @Test
    void undecodable_andARedirect_areTold() throws Exception {
        bench.refuses(new CameraException(CameraFault.UNDECODABLE, "sends a web page"));
        bench.step();
        bench.step();
        assertThat(bench.condition()).isEqualTo(CameraCondition.UNDECODABLE);

        bench.refuses(CameraException.redirected("sends its reader elsewhere", "rtsp://10.0.0.8/x"));
        bench.pass(Duration.ofSeconds(2));

        assertThat(bench.condition()).isEqualTo(CameraCondition.UNREACHABLE);
        assertThat(output.state().redirectedTo()).isEqualTo("rtsp://10.0.0.8/x");
    }

    @Test
    void bugOfOneStream_isAFaultOfThatCamera() throws Exception {
        bench.opening = () -> {
            throw new IllegalStateException("bug");
        };

        bench.pass(Duration.ofSeconds(2));

        assertThat(bench.condition()).isEqualTo(CameraCondition.UNREACHABLE);
        assertThat(bench.openings).hasSize(2);
    }

    @Test
    void changedPicture_isOpenedAgain_changedNameIsNot() throws Exception {
        var first = bench.live();
        bench.define(camera -> camera.name("Front door").retentionHours(5));
        bench.pass(Duration.ofSeconds(1));
        bench.define(camera -> camera.ignored(new IgnoredArea(new BoundingBox(0, 0, 0.5, 0.5), false, true)));
        bench.pass(Duration.ofSeconds(1));
        assertThat(first.isClosed).isFalse();

        bench.define(camera -> camera.address("rtsp://10.0.0.9/stream1"));
        var second = bench.opens().picture();
        bench.step();

        assertThat(first.isClosed).isTrue();
        assertThat(second.isClosed).isFalse();
        assertThat(bench.openings).hasSize(2);
    }

    @Test
    void standstill_isOpenedAgainOnce() throws Exception {
        var first = bench.live();
        var second = new FakeStream(bench.clock).picture();
        bench.opening = () -> second;

        first.figures(Duration.ZERO, 0, CameraNotice.UNCHANGED);
        bench.pass(Duration.ofSeconds(61));
        second.figures(Duration.ZERO, 0, CameraNotice.UNCHANGED);
        bench.pass(Duration.ofSeconds(61));

        assertThat(bench.openings).hasSize(2);
        assertThat(output.state().notices()).containsExactly(CameraNotice.UNCHANGED);
    }

    @Test
    void firstOpening_waitsForItsTurn() throws Exception {
        bench.startingWith(CameraStart.after(Duration.ofSeconds(7)));

        bench.pass(Duration.ofSeconds(8));

        assertThat(bench.openings).containsExactly(MovingClock.START.plusSeconds(7));
    }

    @Test
    void fullCamera_afterATakeover_mayBeTaken() throws Exception {
        bench.startingWith(new CameraStart(Duration.ZERO, true, Optional.empty()));
        bench.refuses(new CameraException(CameraFault.UNREACHABLE, "allows no more connections (453)"));

        bench.pass(Duration.ofSeconds(5));
        assertThat(output.state().notices()).containsExactly(CameraNotice.MAYBE_TAKEN);
        bench.pass(Duration.ofMinutes(3));

        assertThat(output.state().notices()).isEmpty();
    }

    @Test
    void state_isToldEveryFiveSeconds_withTheFiguresOfAllConnections() throws Exception {
        var stream = bench.live();
        stream.figures(Duration.ZERO, 7);
        bench.step();
        stream.thenEnds(CameraBench.ENDED);
        var second = bench.opens().picture().figures(Duration.ZERO, 1);
        bench.pass(Duration.ofSeconds(10));
        assertThat(second.isClosed).isFalse();
        output.states.clear();

        bench.pass(Duration.ofSeconds(30));

        assertThat(output.states).hasSizeBetween(5, 6);
        var figures = output.state().figures();
        assertThat(figures.received()).isEqualTo(200);
        assertThat(figures.dropped()).containsEntry("DAMAGED", 8L).containsEntry("BEHIND", 4L);
        assertThat(figures.reconnects()).isEqualTo(1);
        assertThat(figures.codec()).isEqualTo("h264");
    }

    @Test
    void log_hasALineForEachChange_thenOneAnHour() throws Exception {
        var lines = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(CameraReport.class);
        lines.start();
        logger.addAppender(lines);
        try {
            bench.refuses(CameraBench.SILENT);
            bench.pass(Duration.ofMinutes(150));
            assertThat(lines.list).hasSize(3);
            bench.define(camera -> camera.enabled(false));
            bench.pass(Duration.ofMinutes(150));
            assertThat(lines.list).hasSize(3);
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list.get(0).getFormattedMessage())
                .isEqualTo("event=camera_changed camera=door condition=UNREACHABLE"
                        + " reason=\"does not answer (DESCRIBE)\"");
    }

    @Test
    void nobodyIsTold_onceAnotherInstanceMayOwnTheCamera() throws Exception {
        var stream = bench.live();
        var sent = output.sent.size();
        var told = output.states.size();

        bench.isOwner = false;
        stream.pictureWithPreview();
        bench.pass(Duration.ofSeconds(20));

        assertThat(output.sent).hasSize(sent);
        assertThat(output.states).hasSize(told);
        assertThat(output.previews).isEmpty();
    }
}
