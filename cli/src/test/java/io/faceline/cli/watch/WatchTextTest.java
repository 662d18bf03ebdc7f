package io.faceline.cli.watch;

import static io.faceline.cli.watch.TestTracks.ADA;
import static io.faceline.cli.watch.TestTracks.GRACE;
import static io.faceline.cli.watch.TestTracks.NOBODY;
import static io.faceline.cli.watch.TestTracks.NOON;
import static io.faceline.cli.watch.TestTracks.at;
import static io.faceline.cli.watch.TestTracks.ended;
import static io.faceline.cli.watch.TestTracks.is;
import static io.faceline.cli.watch.TestTracks.perhaps;
import static io.faceline.cli.watch.TestTracks.track;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.output.Names;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.track.TrackUpdate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchTextTest {
    private static final Names NAMES = new Names() {
        @Override
        public String of(PersonId person) {
            return Map.of(ADA, "Ada Lovelace", GRACE, "Grace\u001b Hopper").get(person);
        }
    };

    private final StringWriter text = new StringWriter();
    private final StringWriter json = new StringWriter();
    private Instant now = NOON;
    private final WatchLog log = new WatchLog(both(), () -> now);

    private WatchWriter both() {
        var lines = new WatchText(new PrintWriter(text), NAMES, ZoneOffset.UTC);
        var records = new WatchJson(new PrintWriter(json), NAMES);
        return event -> {
            lines.write(event);
            records.write(event);
        };
    }

    @Test
    void personComesAndLeaves_onceThoughTheFaceIsLostForAMoment() {
        log.track(track(1, 1, 1, NOBODY));
        tick(2);
        log.track(track(1, 1, 2.2, is(ADA, 0.61)));
        log.track(ended(1, 1, 6, is(ADA, 0.66)));
        tick(10);
        log.track(track(2, 10, 10, is(ADA, 0.5)));
        log.track(ended(2, 10, 70, is(ADA, 0.5)));
        tick(74.9);
        assertThat(text.toString().lines()).containsExactly("12:00:01  Ada Lovelace came (similarity 0.61)");
        tick(75);
        end(80);

        assertThat(text.toString().lines())
                .containsExactly(
                        "12:00:01  Ada Lovelace came (similarity 0.61)",
                        "12:01:10  Ada Lovelace left after 1 min 9 s",
                        "",
                        "From 12:00:00 to 12:01:20:",
                        "  Ada Lovelace  12:00:01 – 12:01:10  came once, 1 min 9 s in all");
    }

    @Test
    void unknownPerson_isToldAfterAWhile_andNamedLater() {
        log.track(track(1, 1, 1.5, perhaps(GRACE, 0.35)));
        tick(2.9);
        assertThat(text.toString()).isEmpty();
        tick(3);
        log.track(track(1, 1, 8, is(ADA, 0.5)));
        log.track(ended(1, 1, 9, is(ADA, 0.5)));
        tick(14);

        assertThat(text.toString().lines())
                .containsExactly(
                        "12:00:01  unknown person 1 came (perhaps Grace\\u001b Hopper, similarity 0.35)",
                        "12:00:08  unknown person 1 is Ada Lovelace (similarity 0.50)",
                        "12:00:09  Ada Lovelace left after 8 s");
    }

    @Test
    void twoUnknownPeople_haveNumbers_andAGlimpseHasNone() {
        log.track(track(1, 1, 1, NOBODY));
        log.track(track(2, 1, 1, NOBODY));
        tick(3);
        log.track(track(3, 4, 4, NOBODY, 1, true));
        log.track(ended(1, 1, 4, NOBODY));
        end(5);

        assertThat(text.toString().lines())
                .containsExactly(
                        "12:00:01  unknown person 1 came",
                        "12:00:01  unknown person 2 came",
                        "",
                        "From 12:00:00 to 12:00:05:",
                        "  unknown person 1  12:00:01 – 12:00:04  came once, 3 s in all",
                        "  unknown person 2  12:00:01 – 12:00:01  came once, 0 s in all");
    }

    @Test
    void secondVisit_isCounted() {
        log.track(ended(1, 1, 3, is(ADA, 0.6)));
        tick(20);
        log.track(ended(2, 30, 34, is(ADA, 0.6)));
        tick(50);
        end(60);

        assertThat(text.toString()).contains("  Ada Lovelace  12:00:01 – 12:00:34  came 2 times, 6 s in all");
    }

    @Test
    void states_areToldWhenTheyChange() {
        log.state(state(CameraCondition.CONNECTING, "", List.of(), CameraFigures.NONE));
        log.state(state(CameraCondition.CONNECTING, "", List.of(), CameraFigures.NONE));
        log.state(state(CameraCondition.LIVE, "", List.of(), CameraFigures.NONE));
        var figures = new CameraFigures("h264", 1280, 720, 25, null, 1, 1, 1, Map.of(), 0, 0, 0);
        log.state(state(CameraCondition.LIVE, "", List.of(), figures));
        log.state(state(CameraCondition.LIVE, "", List.of(CameraNotice.GREY), figures));
        log.state(state(CameraCondition.LIVE, "", List.of(), figures));
        log.state(state(CameraCondition.UNREACHABLE, "Nobody answers", List.of(), figures));
        end(1);

        assertThat(text.toString().lines())
                .containsExactly(
                        "12:00:00  camera: connecting",
                        "12:00:00  camera: live",
                        "12:00:00  camera: live, h264 1280×720",
                        "12:00:00  camera: live, h264 1280×720 (pictures without colour, as at night)",
                        "12:00:00  camera: not reachable: Nobody answers",
                        "",
                        "From 12:00:00 to 12:00:01: nobody came.");
    }

    @Test
    void jsonLines_haveTheDocumentedFields() throws IOException {
        log.state(state(CameraCondition.LIVE, "", List.of(), CameraFigures.NONE));
        log.track(track(1, 1, 1.5, perhaps(GRACE, 0.35)));
        tick(3);
        log.track(ended(1, 1, 8, is(ADA, 0.5)));
        tick(14);
        end(15);

        var lines = json.toString().lines().toList();
        assertThat(lines.get(0))
                .startsWith("{\"event\":\"state\",\"at\":\"2026-11-30T12:00:00Z\",\"condition\":\"LIVE\"");
        assertThat(lines.subList(1, 4))
                .containsExactly(
                        "{\"event\":\"came\",\"at\":\"2026-11-30T12:00:01Z\",\"person\":{\"name\":null,\"unknown\":1,"
                                + "\"perhaps\":\"Grace\\u001B Hopper\"},\"similarity\":0.35}",
                        "{\"event\":\"recognised\",\"at\":\"2026-11-30T12:00:08Z\",\"before\":{\"name\":null,\"unknown\":1,"
                                + "\"perhaps\":\"Grace\\u001B Hopper\"},\"person\":{\"name\":\"Ada Lovelace\",\"unknown\":null,"
                                + "\"perhaps\":null},\"similarity\":0.5}",
                        "{\"event\":\"left\",\"at\":\"2026-11-30T12:00:08Z\",\"person\":{\"name\":\"Ada Lovelace\","
                                + "\"unknown\":null,\"perhaps\":null},\"seconds\":7.0}");
        var summary = Mappers.JSON.readTree(lines.get(4));
        assertThat(summary.path("event").asText()).isEqualTo("summary");
        assertThat(summary.path("people").path(0).path("visits").asInt()).isEqualTo(1);
    }

    private void tick(double seconds) {
        now = at(seconds);
        log.tick();
    }

    private void end(double seconds) {
        now = at(seconds);
        log.end();
        // Late records change nothing any more.
        TrackUpdate late = track(9, seconds, seconds, is(ADA, 0.9));
        log.track(late);
    }

    private static CameraState state(
            CameraCondition condition, String reason, List<CameraNotice> notices, CameraFigures figures) {
        return new CameraState(
                new CameraId("watch"), condition, reason, NOON, null, null, notices, figures, "cli", NOON);
    }
}
