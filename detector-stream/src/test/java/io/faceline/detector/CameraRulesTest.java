package io.faceline.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.FrameFactsBuilder;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final SessionId DOOR = new SessionId("camera:door");
    private static final CameraLimits LIMITS = new CameraLimits(Duration.ofSeconds(1), 3);

    private final CameraRules rules = new CameraRules(LIMITS, InstantSource.fixed(NOW));

    @Test
    void frameIsTaken_probeOrDetectOfACamera() {
        var probe = frame(door());
        var detect = frame(door().role(new Role.Detect()));

        assertThat(rules.apply(probe, NOW)).isEqualTo(probe);
        assertThat(rules.apply(detect, NOW)).isEqualTo(detect);
    }

    @Test
    void matcherNeverWaits_frameAsksForAGalleryVersion() {
        var facts = rules.apply(frame(door().minGalleryVersion(Long.MAX_VALUE)), NOW)
                .facts();

        assertThat(facts).isEqualTo(door().build());
        assertThat(facts.minGalleryVersion()).isEqualTo(FrameFacts.ANY_GALLERY);
    }

    static Stream<Role> otherRoles() {
        return Stream.of(
                new Role.VerifyFrame(new FrameId("other/0")),
                new Role.VerifyPerson(new PersonId("anna")),
                new Role.Enrollment(new PersonId("anna"), "Anna", Scope.SESSION, true));
    }

    @ParameterizedTest
    @MethodSource("otherRoles")
    void frameIsRefused_otherRole(Role role) {
        var refused = rules.apply(frame(door().role(role)), NOW);

        assertNotAllowed(refused);
        assertThat(refused.facts()).isEqualTo(door().role(new Role.Detect()).build());
    }

    @Test
    void nobodyIsEnrolled_sharedGallery() {
        var role = new Role.Enrollment(new PersonId("intruder"), "Intruder", Scope.SHARED, true);

        var refused = rules.apply(frame(door().session(SessionId.SHARED).role(role)), NOW);

        assertNotAllowed(refused);
        assertThat(refused.facts().session()).isEqualTo(CameraRules.REFUSED);
        assertThat(refused.facts().role()).isEqualTo(new Role.Detect());
    }

    @Test
    void nothingReachesTheSessionOfAVisitor() {
        var visitor = SessionId.ofSecret("secret");

        var refused = rules.apply(frame(door().session(visitor)), NOW);

        assertNotAllowed(refused);
        assertThat(refused.facts().session()).isEqualTo(CameraRules.REFUSED);
    }

    @Test
    void frameIsStale_waitedLongerThanAllowed() {
        assertThat(rules.apply(frame(door()), NOW.minusMillis(1001)).image())
                .isEqualTo(Outcome.dropped(DropReason.STALE));
        assertThat(rules.apply(frame(door()), NOW.minusMillis(1000)).image()).isEqualTo(TestFrames.IMAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-30H", "PT-1H", "PT-5M-0.001S", "PT1M0.001S", "PT1H", "PT9000H"})
    void writersClockThatIsWrong_decidesNothing(Duration off) {
        var appendedAt = NOW.minusMillis(300);

        var taken = rules.apply(frame(door().capturedAt(appendedAt.plus(off))), appendedAt);

        assertThat(taken.image()).isEqualTo(TestFrames.IMAGE);
        assertThat(taken.facts().capturedAt()).isEqualTo(appendedAt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-5M", "PT-1M", "PT0S", "PT1M"})
    void writersClockThatIsAboutRight_decides(Duration off) {
        var said = NOW.plus(off);

        var taken = rules.apply(frame(door().capturedAt(said)), NOW);

        assertThat(taken.facts().capturedAt()).isEqualTo(said);
    }

    @Test
    void writersClockThatIsWrong_inATopicWithTheirTimestamps_isNoLaterThanNow() {
        var future = NOW.plus(Duration.ofDays(300));

        var taken = rules.apply(frame(door().capturedAt(future)), future);

        assertThat(taken.facts().capturedAt()).isEqualTo(NOW);
    }

    @Test
    void timestampOfTheFarFuture_countsAsNow() {
        assertThat(rules.apply(frame(door()), NOW).image()).isEqualTo(TestFrames.IMAGE);
        var future = Instant.ofEpochMilli(Long.MAX_VALUE);

        assertThat(rules.apply(frame(door()), future).image()).isEqualTo(TestFrames.IMAGE);
        assertThat(rules.apply(frame(door()), NOW).image()).isEqualTo(TestFrames.IMAGE);
    }

    @Test
    void sourceIsBounded_othersAreNot() {
        var taken = IntStream.range(0, 10)
                .filter(i -> isTaken("flood", NOW.minusMillis(900)))
                .count();

        assertThat(taken).isEqualTo(3);
        assertThat(isTaken("calm", NOW.minusMillis(900))).isTrue();
        assertThat(rules.apply(frame(door().source("flood")), NOW.minusMillis(900))
                        .image())
                .isEqualTo(Outcome.dropped(DropReason.TOO_MANY_FRAMES));
    }

    @Test
    void sourceGoesOn_timeHasPassed() {
        IntStream.range(0, 10).forEach(i -> isTaken("flood", NOW.minusMillis(900)));

        assertThat(isTaken("flood", NOW.minusMillis(500))).isTrue();
        assertThat(isTaken("flood", NOW.minusMillis(500))).isFalse();
    }

    @Test
    void droppedFrameIsPassedOn() {
        var dropped = new Frame(door().build(), Outcome.dropped(DropReason.REPLACED_BY_NEWER));

        assertThat(rules.apply(dropped, NOW)).isEqualTo(dropped);
    }

    @Test
    void tableOfSourcesIsBounded() {
        var rates = new SourceRates(1);

        IntStream.range(0, SourceRates.MAX_SOURCES + 10).forEach(i -> rates.take("source-" + i, NOW));

        assertThat(rates.size()).isEqualTo(SourceRates.MAX_SOURCES);
    }

    @Test
    void everyFrameIsCounted() {
        var lane = new CameraLane(LIMITS, InstantSource.fixed(NOW));
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        lane.bindTo(registry);

        lane.get().apply(frame(door()), NOW);
        lane.get().apply(frame(door()), NOW.minusSeconds(5));
        lane.get().apply(frame(door().session(TestFrames.SESSION)), NOW);

        assertThat(registry.scrape())
                .contains("faceline_camera_frames_total{outcome=\"taken\",reason=\"\"} 1.0")
                .contains("faceline_camera_frames_total{outcome=\"dropped\",reason=\"STALE\"} 1.0")
                .contains("faceline_camera_frames_total{outcome=\"failed\",reason=\"NOT_ALLOWED_HERE\"} 1.0");
    }

    private boolean isTaken(String source, Instant at) {
        return rules.apply(frame(door().source(source)), at).image() instanceof Outcome.Made;
    }

    private static FrameFactsBuilder door() {
        return TestFrames.facts().session(DOOR).capturedAt(NOW);
    }

    private static Frame frame(FrameFactsBuilder facts) {
        return new Frame(facts.build(), TestFrames.IMAGE);
    }

    private static void assertNotAllowed(Frame refused) {
        assertThat(refused.image()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.code())
                .isEqualTo(FailureCode.NOT_ALLOWED_HERE));
    }
}
