package io.faceline.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestEvents;
import io.faceline.systemtests.NewSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Asks for all that there is of alerts and dead letters, and for what there is not; {@link OpenApiTest} says what for. */
final class AlertCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ALERTS = "/api/v1/alerts";
    private static final String LETTERS = "/api/v1/dead-letters";
    private static final String ATTENDANCE = "/api/v1/attendance";
    private static final String TRACKS = "/api/v1/tracks/events";
    private static final String TRACK = "door/1-1/0";
    private static final RuleId RULE = new RuleId("documented");
    private static final String TEAM = "?list=documented&zone=Europe/Berlin";

    private final TestClient api;
    private final TestClient admin;
    private final byte[] woman;
    private final AlertTopics topics;
    private final DocumentedCalls calls;

    /** @param woman a photo of one person */
    AlertCalls(TestClient api, String token, byte[] woman, AlertTopics topics, DocumentedCalls calls) {
        this.api = api;
        this.admin = api.as(token);
        this.woman = woman;
        this.topics = topics;
        this.calls = calls;
    }

    void alerts() {
        var person = admin.post("/api/v1/people?name=Ada&scope=shared&allowLookalike=true", "image/jpeg", woman)
                .expect(201);
        write(person);
        var one = ALERTS + "/" + id(person.at("/id"));
        await().atMost(PATIENCE).until(() -> admin.get(one).status() == 200);
        admin.get(ALERTS + "?limit=1&state=open&kind=APPEARED&late=false&text=ada")
                .expect(200);
        admin.get(ALERTS + "/export.csv").expect(200);
        admin.get(ALERTS + "/export.csv?format=json&rule=documented").expect(200);
        admin.get(one + "/picture").expect(200);
        admin.get(one + "/reference-picture").expect(200);
        admin.post(one + "/acknowledge", "{\"note\":\"seen\"}").expect(200);
        admin.post(one + "/correct", "").expect(200);
        admin.post(one + "/restore", "").expect(200);
        admin.get(ATTENDANCE + TEAM).expect(200);
        admin.get(ATTENDANCE + TEAM + "&format=csv").expect(200);
        admin.get(ATTENDANCE + "/inside" + TEAM + "&dayBegins=00:00").expect(200);
        events();
        admin.delete(one + "/reference").expect(204);
        admin.delete("/api/v1/people/" + person.at("/id")).expect(204);
    }

    private static String id(String person) {
        return AlertId.of(RULE, AlertSubject.of(new PersonId(person)), AlertScope.ofSource("door"), TRACK)
                .value();
    }

    private void write(HttpAnswer person) {
        var now = Instant.now();
        var who = person.at("/id");
        var url = admin.get("/api/v1/people/" + who).expect(200).at("/photos/0/url");
        var reference = url.substring(url.indexOf("/photos/") + 8);
        topics.list("""
                {"id":"documented","name":"Team","colour":"#d33a2c","owner":"Eve","people":["%s"],"changedAt":"%s"}""".formatted(who, now));
        topics.rule("""
                {"id":"documented","revision":1,"name":"Staff","enabled":true,"who":{"kind":"listed","list":"documented"},
                 "where":{"sources":[],"groups":[],"jobs":[],"per":"SOURCE"},"zone":"Europe/Berlin","hours":[],
                 "sure":{"afterSeconds":1.0,"goodLooks":1,"matches":1,"uncertain":false,"levels":[]},
                 "limits":{"holdSeconds":40,"silenceSeconds":600,"longestSeconds":86400,"lid":10,"first":"NO",
                 "dayBegins":"00:00:00"},"priority":"NORMAL","changedAt":"%s"}""".formatted(now));
        topics.picture(id(who));
        topics.alert("""
                {"id":"%s","revision":1,"state":"OPEN","changes":["OPENED"],"notifies":true,"priority":"NORMAL",
                 "rule":"documented","ruleRevision":1,"kind":"APPEARED","subject":"person:%s","scope":"source:door",
                 "source":"door","tracks":["%s"],"firstSeen":"%s","lastSeen":"%s","zone":"Europe/Berlin","secondsInView":1,
                 "identity":{"decision":"match","person":"%s","matches":3,"goodLooks":3,"similarity":0.7,"threshold":0.5,
                 "modelId":"m","galleryVersion":1,"reference":"%s"},
                 "count":0,"level":0,"muted":false,"late":false,"ageMillis":100,"openedAt":"%s","writtenAt":"%s"}""".formatted(id(who), who, TRACK, now, now, who, reference, now, now));
    }

    /** A stream has no end, at which it could be checked. */
    private void events() {
        try (var events = TestEvents.open(admin, ALERTS + "/events?from=-1")) {
            events.await("alert", 1).forEach(heard -> assertThat(
                            calls.faults("Alert", heard.data().toString()))
                    .as(heard.toString())
                    .isEmpty());
        }
        admin.getUntil("documented", ALERTS + "/events?from=-1");
        String before;
        try (var events = TestEvents.open(admin, TRACKS)) {
            events.awaitMark();
            before = events.lastId();
            topics.track(track());
            events.await("track", 1).forEach(heard -> assertThat(
                            calls.faults("TrackRecord", heard.data().toString()))
                    .as(heard.toString())
                    .isEmpty());
        }
        admin.getUntil("door", TRACKS + "?from=" + before);
    }

    private static TrackUpdate track() {
        var now = Instant.now();
        var frame = new FrameId("door/" + now.toEpochMilli() + "-1");
        var look = new Look(frame, 1, 0.2, now);
        var face = TestFaces.face(0, new BoundingBox(0.1, 0.1, 0.2, 0.2));
        return new TrackUpdate(
                TrackUpdate.id(frame, 0),
                "door",
                new CameraId("door").session(),
                1,
                TrackPhase.NEW,
                1,
                look,
                look,
                1,
                new TrackIdentity(Decision.UNKNOWN, null, 0, 1, null, 0.4, TestFrames.MODEL, -1),
                null,
                new TrackShot(frame, 1, 0.2, face.box(), face.quality(), 0.5, List.of()),
                null);
    }

    void letters() throws Exception {
        var id = topics.letter("sightings", "content");
        var one = LETTERS + "/" + id;
        await().atMost(PATIENCE).until(() -> admin.get(one).status() == 200);
        admin.get(LETTERS + "?limit=1&stage=matcher").expect(200);
        admin.get(one + "/content").expect(200);
        admin.post(one + "/resend", "").expect(200);
        admin.post(one + "/resend", "").expect(409);
        admin.post(LETTERS + "/resend", "{\"topic\":\"sightings\",\"stage\":\"matcher\"}")
                .expect(200);
    }

    void wrongOnes() {
        var none = ALERTS + "/" + id("nobody");
        for (var missing : new HttpAnswer[] {
            admin.get(none),
            admin.get(none + "/picture"),
            admin.get(none + "/reference-picture"),
            admin.post(none + "/acknowledge", ""),
            admin.post(none + "/correct", ""),
            admin.post(none + "/restore", ""),
            admin.delete(none + "/reference"),
            admin.get(LETTERS + "/9999999"),
            admin.get(LETTERS + "/9999999/content"),
            admin.post(LETTERS + "/9999999/resend", "")
        }) {
            missing.expect(404);
        }
        var visitor = NewSession.of(api);
        for (var path : List.of(
                ALERTS,
                none,
                none + "/picture",
                none + "/picture?receiver=r&expires=1&signature=x",
                ALERTS + "/events",
                ALERTS + "/export.csv",
                ATTENDANCE,
                ATTENDANCE + "/inside",
                TRACKS,
                LETTERS,
                LETTERS + "/1")) {
            visitor.get(path).expect(403);
        }
        visitor.post(none + "/correct", "").expect(403);
        visitor.post(LETTERS + "/resend", "{}").expect(403);
        api.as("nobody's").get(ALERTS).expect(401);
        admin.get(ALERTS + "?from=soon").expect(400);
        admin.get(ALERTS + "/events?from=soon").expect(400);
        admin.get(TRACKS + "?from=soon").expect(400);
        admin.get(ATTENDANCE).expect(400);
        admin.post(LETTERS + "/resend", "{}").expect(400);
        admin.post(LETTERS + "/resend", " ".repeat(10_000)).expect(413);
    }
}
