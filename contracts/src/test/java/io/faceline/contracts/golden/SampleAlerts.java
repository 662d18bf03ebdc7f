package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SampleRules.ENTRANCES;
import static io.faceline.contracts.golden.SampleRules.RULE;
import static io.faceline.contracts.golden.SampleRules.STAFF;
import static io.faceline.contracts.golden.SampleValues.ADA;
import static io.faceline.contracts.golden.SampleValues.ANSWERED;
import static io.faceline.contracts.golden.SampleValues.CAPTURED;
import static io.faceline.contracts.golden.SampleValues.GRACE;
import static io.faceline.contracts.golden.SampleValues.MODEL;
import static io.faceline.contracts.golden.SampleValues.TOPICS;

import io.faceline.contracts.Blob;
import io.faceline.contracts.alert.Acknowledgement;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Alerts, their pictures, what rules judge, and what people say. */
final class SampleAlerts {
    static final AlertId ALERT = new AlertId("mfrggzdfmztwq2lknnwg23tpoa");
    private static final AlertId OTHER = new AlertId("abcdefghijklmnopqrstuvwx23");
    private static final AlertScope BACK_DOOR = AlertScope.ofSource("back-door");
    private static final String TRACK = "back-door/1767322800000-17/0";
    private static final FrameId FRAME = new FrameId("back-door/1767322800000-17");
    private static final ReferenceId REFERENCE = new ReferenceId("request-7d3c1a90:0");

    private static final AlertIdentity IS_ADA =
            new AlertIdentity(Decision.MATCH, ADA, 9, 11, 0.7123456789, 0.465, MODEL, 42, REFERENCE);
    private static final AlertIdentity MAYBE_GRACE =
            new AlertIdentity(Decision.UNCERTAIN, GRACE, 1, 3, 0.44, 0.465, MODEL, 42, null);
    private static final AlertIdentity NOBODY =
            new AlertIdentity(Decision.UNKNOWN, null, 0, 3, null, 0.465, MODEL, -1, null);

    private SampleAlerts() {}

    /** The newest alert of somebody known, who is open. */
    static Alert opened() {
        return alert(
                AlertState.OPEN, null, AlertKind.APPEARED, AlertSubject.of(ADA), IS_ADA, List.of(AlertNews.OPENED));
    }

    static Stream<GoldenRecord<Alert>> alerts() {
        var reasons = Arrays.stream(AlertReason.values())
                .map(reason -> json(
                        "closed-" + word(reason),
                        alert(
                                AlertState.CLOSED,
                                reason,
                                AlertKind.APPEARED,
                                AlertSubject.of(ADA),
                                IS_ADA,
                                List.of(AlertNews.CLOSED))));
        var kinds = Stream.of(
                json("opened", opened()),
                json("unknown", open(AlertKind.UNKNOWN_PERSON, AlertSubject.UNKNOWN, NOBODY)),
                json("not-listed", open(AlertKind.UNKNOWN_PERSON, AlertSubject.notIn(STAFF), NOBODY)),
                json("uncertain", open(AlertKind.APPEARED, AlertSubject.of(GRACE), MAYBE_GRACE)),
                json("crowd", open(AlertKind.CROWD, AlertSubject.CROWD, null)),
                json("together", open(AlertKind.TOGETHER, AlertSubject.TOGETHER, IS_ADA)),
                json("absent", open(AlertKind.ABSENT, AlertSubject.NOBODY, null)),
                json("cannot-tell", open(AlertKind.CANNOT_TELL, AlertSubject.of(ADA), null)),
                json("camera-down", open(AlertKind.CAMERA_DOWN, AlertSubject.of(new CameraId("back-door")), null)),
                json("of-a-newer-kind", open(AlertKind.UNKNOWN, AlertSubject.ERASED, null)),
                json("with-everything", full()),
                json("of-a-newer-state", newer()),
                json("erased", null));
        return Stream.concat(reasons, kinds);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Alert open(AlertKind kind, AlertSubject subject, @Nullable AlertIdentity identity) {
        return alert(AlertState.OPEN, null, kind, subject, identity, List.of(AlertNews.OPENED));
    }

    private static Alert alert(
            AlertState state,
            @Nullable AlertReason reason,
            AlertKind kind,
            AlertSubject subject,
            @Nullable AlertIdentity identity,
            List<AlertNews> changes) {
        var isSeen = identity != null;
        return new Alert(
                ALERT,
                state == AlertState.OPEN ? 1 : 4,
                state,
                reason,
                changes,
                true,
                RulePriority.NORMAL,
                RULE,
                3,
                kind,
                subject,
                BACK_DOOR,
                isSeen ? "back-door" : null,
                isSeen ? List.of(TRACK) : List.of(),
                CAPTURED,
                CAPTURED.plusSeconds(4),
                "Europe/Berlin",
                4.2,
                identity,
                null,
                0,
                0,
                null,
                false,
                false,
                312,
                null,
                null,
                CAPTURED.plusSeconds(1),
                ANSWERED);
    }

    private static Alert full() {
        var shot = Objects.requireNonNull(
                        SampleTracks.tracks().findFirst().orElseThrow().value())
                .shot();
        return new Alert(
                ALERT,
                17,
                AlertState.OPEN,
                null,
                List.of(AlertNews.values()),
                false,
                RulePriority.HIGH,
                RULE,
                3,
                AlertKind.APPEARED,
                AlertSubject.of(ADA),
                AlertScope.of(ENTRANCES),
                "back-door",
                List.of(TRACK, "front-door/1767322900000-3/1"),
                CAPTURED,
                CAPTURED.plusSeconds(400),
                "Europe/Berlin",
                301.5,
                IS_ADA,
                shot,
                7,
                2,
                new Acknowledgement("reception", ANSWERED, "Zoë is on her way"),
                true,
                true,
                600_000,
                OTHER,
                GRACE,
                CAPTURED.plusSeconds(1),
                ANSWERED);
    }

    private static Alert newer() {
        return new Alert(
                ALERT,
                2,
                AlertState.UNKNOWN,
                null,
                List.of(),
                false,
                RulePriority.UNKNOWN,
                RULE,
                3,
                AlertKind.APPEARED,
                AlertSubject.of(ADA),
                AlertScope.EVERYWHERE,
                null,
                List.of(),
                CAPTURED,
                CAPTURED,
                "UTC",
                0,
                null,
                null,
                0,
                0,
                new Acknowledgement("reception", ANSWERED, null),
                false,
                false,
                0,
                null,
                null,
                CAPTURED,
                ANSWERED);
    }

    private static GoldenRecord<Alert> json(String name, @Nullable Alert alert) {
        return GoldenRecord.json(TOPICS.alerting().alerts(), name, ALERT.value(), alert);
    }

    static Stream<GoldenRecord<AlertPicture>> shots() {
        var topic = TOPICS.alerting().shots();
        return Stream.of(
                GoldenRecord.cbor(topic, "shot", ALERT.value(), new AlertPicture(FRAME, jpeg())),
                GoldenRecord.cbor(topic, "erased", ALERT.value(), null));
    }

    static Stream<GoldenRecord<TrackPicture>> trackShots() {
        return Stream.of(GoldenRecord.cbor(TOPICS.alerting().trackShots(), "shot", "back-door", picture()));
    }

    private static TrackPicture picture() {
        return new TrackPicture(TRACK, FRAME, jpeg());
    }

    private static Blob jpeg() {
        return Blob.wrap(new byte[] {-1, -40, 1, 2, 3});
    }

    static Stream<GoldenRecord<Observation>> observations() {
        var topic = TOPICS.alerting().observations();
        var key = RULE.value();
        TrackUpdate track = Objects.requireNonNull(
                SampleTracks.tracks().findFirst().orElseThrow().value());
        var door = new CameraId("back-door");
        return Stream.of(
                GoldenRecord.cbor(topic, "track", key, new Observation.OfTrack(track, null)),
                GoldenRecord.cbor(topic, "track-with-picture", key, new Observation.OfTrack(track, picture())),
                GoldenRecord.cbor(
                        topic,
                        "camera",
                        key,
                        new Observation.OfCamera(door, CameraCondition.LIVE, CAPTURED, ANSWERED)));
    }

    static Stream<GoldenRecord<AlertChange>> changes() {
        return Stream.of(
                change("acknowledge", new AlertChange.Acknowledge(ALERT, "reception", ANSWERED, null)),
                change("acknowledge-with-note", new AlertChange.Acknowledge(ALERT, "reception", ANSWERED, "Zoë knows")),
                change("not", new AlertChange.Correct(ALERT, "reception", ANSWERED, ADA, null)),
                change("is-somebody-else", new AlertChange.Correct(ALERT, "reception", ANSWERED, ADA, GRACE)),
                change("restore", new AlertChange.Restore(ALERT, "reception", ANSWERED)),
                change("of-a-newer-kind", new AlertChange.Unknown(ALERT, "reception", ANSWERED)));
    }

    private static GoldenRecord<AlertChange> change(String name, AlertChange change) {
        return GoldenRecord.json(TOPICS.alerting().changes(), name, RULE.value(), change);
    }

    static Stream<GoldenRecord<Mute>> mutes() {
        var topic = TOPICS.alerting().mutes();
        var until = ANSWERED.plus(Duration.ofDays(1));
        return Stream.of(
                GoldenRecord.json(
                        topic,
                        "of-a-rule",
                        "m1",
                        new Mute("m1", RULE, null, null, null, null, ANSWERED, until, "reception")),
                GoldenRecord.json(
                        topic,
                        "of-everything",
                        "m1",
                        new Mute(
                                "m1",
                                RULE,
                                AlertSubject.of(ADA),
                                "back-door",
                                ENTRANCES,
                                ALERT,
                                ANSWERED,
                                until,
                                "reception")),
                GoldenRecord.json(
                        topic,
                        "of-an-alert",
                        "m1",
                        new Mute("m1", null, null, null, null, ALERT, ANSWERED, until, "reception")),
                GoldenRecord.json(topic, "ended", "m1", null));
    }
}
