package io.faceline.api.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.alerting.message.PictureLink;
import io.faceline.api.Api;
import io.faceline.api.ApiSettings;
import io.faceline.api.TestAnswers;
import io.faceline.api.TestPeople;
import io.faceline.api.cameras.TestCameras;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestEvents;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.secrets.SecretBox;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.SessionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alerts through real topics. */
@Tag("slow")
class AlertsOverKafkaTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ADMIN = "an admin's long token";
    private static final String KEY_TEXT = SessionKey.newText();
    private static final String VISITOR = SessionKey.parse(KEY_TEXT).create().reveal();
    private static final String ALERTS = "/api/v1/alerts";
    private static final String TRACK = "door/1-1/0";

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 4));
    private final FakeAlertsStream stream = new FakeAlertsStream(kafka);
    private Api api;
    private TestServer server;
    private TestClient admin;

    @BeforeEach
    void start() {
        person("ada", "Ada");
        person("bob", "=Bob");
        stream.list("""
                {"id":"team","name":"Team","colour":"#d33a2c","owner":"Eve","people":["ada"],
                 "changedAt":"2026-11-28T09:00:00Z"}""");
        stream.group("""
                {"id":"entrances","name":"Entrances","role":"IN","sources":["door"],"changedAt":"2026-11-28T09:00:00Z"}""");
        stream.rule("""
                {"id":"staff","revision":1,"name":"Staff comes","enabled":true,"who":{"kind":"listed","list":"team"},
                 "where":{"sources":[],"groups":[],"jobs":[],"per":"SOURCE"},"zone":"Europe/Berlin","hours":[],
                 "sure":{"afterSeconds":1.0,"goodLooks":1,"matches":1,"uncertain":false,"levels":[]},
                 "limits":{"holdSeconds":40,"silenceSeconds":600,"longestSeconds":86400,"lid":10,"first":"NO",
                 "dayBegins":"00:00:00"},"priority":"NORMAL","changedAt":"2026-11-28T09:00:00Z"}""");
        open(Map.of());
    }

    private void person(String id, String name) {
        stream.put(PersonBuilder.person(id, name)
                .session(SessionId.SHARED)
                .photos(List.of(TestPeople.photo(id)))
                .build());
    }

    private void open(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("FACELINE_ADMIN_TOKEN", ADMIN);
        settings.put("FACELINE_SESSION_KEY", KEY_TEXT);
        settings.put("FACELINE_SHARED_GALLERY", "private");
        api = new Api(ApiSettings.from(new Settings(settings)), kafka);
        api.start();
        server = new TestServer(api.routes());
        admin = server.client().as(ADMIN);
        await().atMost(SOON).until(() -> api.health().ready());
    }

    private void reopen(Map<String, String> settings) {
        server.close();
        api.close();
        open(settings);
    }

    @AfterEach
    void close() {
        server.close();
        api.close();
        stream.close();
    }

    private Alert put(Alert alert) {
        stream.put(alert);
        await().atMost(SOON)
                .until(() ->
                        admin.get(ALERTS + "/" + alert.id()).at("/revision").equals(Long.toString(alert.revision())));
        return alert;
    }

    private static String one(Alert alert) {
        return ALERTS + "/" + alert.id();
    }

    private List<String> ids(String parameters) {
        return ids(admin.get(ALERTS + parameters).expect(200).json());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsText("id").stream()
                .filter(id -> id.length() == 26)
                .toList();
    }

    @Test
    void alert_isShownWithNames() {
        var alert = put(TestAlerts.of("ada", TRACK, 0));

        var shown = admin.get(one(alert)).expect(200).json();

        assertThat(shown.path("subject").asText()).isEqualTo("person:ada");
        assertThat(shown.path("ruleName").asText()).isEqualTo("Staff comes");
        assertThat(shown.at("/person").toString()).isEqualTo("{\"id\":\"ada\",\"name\":\"Ada\"}");
        assertThat(shown.at("/wasPerson").isNull()).isTrue();
        assertThat(shown.at("/sourceName").asText()).isEqualTo("door");
        assertThat(shown.at("/list").toString())
                .isEqualTo("{\"id\":\"team\",\"name\":\"Team\",\"colour\":\"#d33a2c\"}");
        assertThat(shown.at("/picture").isNull()).isTrue();
        assertThat(shown.at("/referencePicture").asText()).isEqualTo(one(alert) + "/reference-picture");
        assertThat(admin.get(ALERTS + "/nobody").problem()).isEqualTo("404 NO_SUCH_ALERT");
    }

    @Test
    void pages_areStableWhileNewOnesCome() {
        for (var i = 0; i < 5; i++) {
            put(TestAlerts.of("ada", "door/1-" + i + "/0", i));
        }
        var first = admin.get(ALERTS + "?limit=2").expect(200).json();
        put(TestAlerts.of("ada", "door/1-9/0", 9));
        var second = admin.get(ALERTS + "?limit=2&cursor=" + first.path("next").asText())
                .expect(200)
                .json();
        var third = admin.get(ALERTS + "?limit=2&cursor=" + second.path("next").asText())
                .expect(200)
                .json();

        assertThat(List.of(ids(first), ids(second), ids(third)))
                .containsExactly(List.of(id(4), id(3)), List.of(id(2), id(1)), List.of(id(0)));
        assertThat(third.path("next").isNull()).isTrue();
        assertThat(admin.get(ALERTS + "?cursor=x").problem()).isEqualTo("400 BAD_REQUEST");
    }

    private static String id(int number) {
        return TestAlerts.id("ada", "door/1-" + number + "/0").value();
    }

    @Test
    void list_isFiltered() {
        var ada = put(TestAlerts.of("ada", TRACK, 0)).id().value();
        var bob = put(TestAlerts.of("bob", TRACK, 60, json -> json.put("muted", true)
                        .put("state", "CLOSED")
                        .put("reason", "ENDED")
                        .put("rule", "other")
                        .put("source", "yard")))
                .id()
                .value();

        assertThat(ids("")).containsExactly(bob, ada);
        assertThat(ids("?state=open")).containsExactly(ada);
        assertThat(ids("?state=CLOSED&state=OPEN")).containsExactly(bob, ada);
        assertThat(ids("?rule=staff")).containsExactly(ada);
        assertThat(ids("?list=team")).containsExactly(ada);
        assertThat(ids("?person=bob")).containsExactly(bob);
        assertThat(ids("?source=door")).containsExactly(ada);
        assertThat(ids("?group=entrances")).containsExactly(ada);
        assertThat(ids("?kind=appeared")).hasSize(2);
        assertThat(ids("?kind=crowd")).isEmpty();
        assertThat(ids("?from=2026-11-28T09:10:30Z")).containsExactly(bob);
        assertThat(ids("?to=2026-11-28T09:10:30Z")).containsExactly(ada);
        assertThat(ids("?muted=true")).containsExactly(bob);
        assertThat(ids("?acknowledged=true&late=false")).isEmpty();
        assertThat(ids("?text=STAFF")).containsExactly(ada);
        assertThat(ids("?text=bob")).containsExactly(bob);
        for (var wrong : List.of("state=gone", "state=unknown", "from=today", "muted=perhaps", "limit=0")) {
            assertThat(admin.get(ALERTS + "?" + wrong).problem()).isEqualTo("400 BAD_REQUEST");
        }
    }

    @Test
    void visitors_seeNothing_unlessASettingOpensIt() {
        var alert = put(TestAlerts.of("ada", TRACK, 0));
        var unsure = put(TestAlerts.of("bob", "door/1-2/0", 1, json -> {
            json.put("subject", "unknown").put("kind", "UNKNOWN_PERSON");
            ((ObjectNode) json.path("identity")).put("decision", "uncertain");
        }));
        stream.picture(alert);
        var visitor = server.client().as(VISITOR);
        for (var path : List.of("", "/" + alert.id(), "/events", "/export.csv", "/" + alert.id() + "/picture")) {
            assertThat(visitor.get(ALERTS + path).problem()).isEqualTo("403 ADMIN_ONLY");
        }
        assertThat(visitor.get("/api/v1/tracks/events").problem()).isEqualTo("403 ADMIN_ONLY");
        assertThat(visitor.post(one(alert) + "/acknowledge").problem()).isEqualTo("403 ADMIN_ONLY");

        reopen(Map.of("FACELINE_ALERTS_OPEN", "true"));
        visitor = server.client().as(VISITOR);

        // As everywhere: of a private gallery only whom a face was decided to be.
        assertThat(visitor.get(one(alert)).expect(200).at("/person/name")).isEqualTo("Ada");
        assertThat(visitor.get(one(unsure)).expect(200).text()).doesNotContain("bob", "Bob");
        assertThat(visitor.get(ALERTS + "?person=bob").json().path("items")).isEmpty();
        assertThat(visitor.get(one(alert)).json().path("picture").isNull()).isTrue();
        assertThat(visitor.get(one(alert) + "/picture").problem()).isEqualTo("403 ADMIN_ONLY");
        assertThat(visitor.get(one(alert) + "/reference-picture").problem()).isEqualTo("403 ADMIN_ONLY");
        for (var change : List.of("/acknowledge", "/correct", "/restore")) {
            assertThat(visitor.post(one(alert) + change).problem()).isEqualTo("403 ADMIN_ONLY");
        }
        assertThat(visitor.delete(one(alert) + "/reference").problem()).isEqualTo("403 ADMIN_ONLY");
        assertThat(visitor.get("/api/v1/tracks/events").problem()).isEqualTo("403 ADMIN_ONLY");
    }

    @Test
    void deletedPerson_isNamedNowhere_andHasNoPicture() {
        var alert = put(TestAlerts.of("ada", TRACK, 0));
        stream.picture(alert);
        await().atMost(SOON).until(() -> admin.get(one(alert) + "/picture").status() == 200);
        stream.put(Person.deleted(new PersonId("ada"), SessionId.SHARED, TestAlerts.THEN));
        await().atMost(SOON).until(() -> admin.get(one(alert)).at("/subject").equals("erased"));

        assertThat(admin.get(one(alert)).text()).doesNotContain("\"ada\"", "Ada", "job-ada");
        assertThat(admin.get(ALERTS + "/export.csv").expect(200).text()).doesNotContain("ada", "Ada");
        assertThat(admin.get(one(alert) + "/picture").problem()).isEqualTo("404 NO_SUCH_PICTURE");
        assertThat(admin.get(one(alert) + "/reference-picture").problem()).isEqualTo("404 NO_SUCH_PICTURE");
        try (var events = TestEvents.open(admin, ALERTS + "/events?from=-1")) {
            assertThat(events.await("alert", 1).get(0).data().toString()).doesNotContain("\"ada\"", "Ada");
        }
    }

    @Test
    void events_resumeExactly() {
        var first = TestAlerts.of("ada", TRACK, 0);
        var offset = stream.put(first);
        var last = stream.put(TestAlerts.next(first, json -> json.put("muted", true)));

        try (var events = TestEvents.open(admin, ALERTS + "/events?from=-1")) {
            assertThat(events.await("alert", 2))
                    .extracting(TestEvents.Event::id)
                    .containsExactly(Long.toString(offset), Long.toString(last));
            assertThat(events.of("alert").get(1).data().at("/person/name").asText())
                    .isEqualTo("Ada");
        }
        try (var events = TestEvents.open(admin, ALERTS + "/events", Long.toString(offset))) {
            assertThat(events.await("alert", 1).get(0).data().path("revision").asLong())
                    .isEqualTo(2);
        }
        try (var events = TestEvents.open(admin, ALERTS + "/events")) {
            events.awaitMark();
            assertThat(events.lastId()).isEqualTo(Long.toString(last));
            stream.put(TestAlerts.of("bob", TRACK, 5));
            assertThat(events.await("alert", 1).get(0).data().at("/subject").asText())
                    .isEqualTo("person:bob");
        }
        assertThat(admin.get(ALERTS + "/events?from=0:1").problem()).isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void picture_needsTheAdmin_untilALinkIsSigned() {
        var alert = put(TestAlerts.of("ada", TRACK, 0));
        assertThat(admin.get(one(alert) + "/picture").problem()).isEqualTo("404 NO_SUCH_PICTURE");
        stream.picture(alert);
        await().atMost(SOON).until(() -> admin.get(one(alert) + "/picture").status() == 200);

        assertThat(admin.get(one(alert)).at("/picture")).isEqualTo(one(alert) + "/picture");
        assertThat(admin.get(one(alert) + "/picture").body()).isEqualTo(FakeAlertsStream.JPEG);
        assertThat(admin.get(one(alert) + "/reference-picture").body()).isEqualTo(TestPeople.JPEG);
        // No key: no link is right.
        var link = "/picture?receiver=r&expires=1&signature=x";
        assertThat(server.client().get(one(alert) + link).problem()).isEqualTo("403 WRONG_LINK");
    }

    @Test
    void link_showsThePicture_untilItsReceiverIsGone() {
        var key = "a long enough text of a key";
        reopen(Map.of("FACELINE_SECRET_KEY", key));
        var alert = put(TestAlerts.of("ada", TRACK, 0));
        stream.picture(alert);
        stream.receiver("desk");
        var box = SecretBox.of(new Settings(Map.of("FACELINE_SECRET_KEY", key))).orElseThrow();
        var links = new PictureLink(box.derived(PictureLink.PURPOSE));
        var desk = new ReceiverId("desk");
        var anybody = server.client();
        var link = links.pathTo(alert.id(), desk, Instant.now());

        await().atMost(SOON).until(() -> anybody.get(link).status() == 200);
        assertThat(anybody.get(link).body()).isEqualTo(FakeAlertsStream.JPEG);
        assertThat(anybody.get(link).header("Cache-Control")).contains("no-store");
        for (var wrong : List.of(
                link.replace("receiver=desk", "receiver=door"),
                link.replace("receiver=desk&", ""),
                link.replaceFirst("expires=(\\d)", "expires=9$1"),
                link.replace("signature=", "signature=A"),
                link.replace(alert.id().value(), TestAlerts.id("bob", TRACK).value()),
                links.pathTo(alert.id(), new ReceiverId("nobody"), Instant.now()))) {
            assertThat(anybody.get(wrong).problem()).as(wrong).isEqualTo("403 WRONG_LINK");
        }
        var old = links.pathTo(alert.id(), desk, Instant.now().minus(Duration.ofHours(2)));
        assertThat(anybody.get(old).problem()).isEqualTo("403 LINK_EXPIRED");
        var unknown = TestAlerts.id("bob", TRACK);
        assertThat(anybody.get(links.pathTo(unknown, desk, Instant.now())).problem())
                .isEqualTo("404 NO_SUCH_ALERT");

        stream.deleteReceiver("desk");
        await().atMost(SOON).until(() -> anybody.get(link).problem().equals("403 WRONG_LINK"));
    }

    @Test
    void acknowledgement_isWrittenOnce_andShown() {
        var alert = put(TestAlerts.of("ada", TRACK, 0));

        var answer = admin.post(one(alert) + "/acknowledge", "{\"by\":\"reception\",\"note\":\"I go\"}")
                .expect(200);
        var again =
                admin.post(one(alert) + "/acknowledge", "{\"by\":\"somebody\"}").expect(200);

        assertThat(answer.at("/acknowledged/by")).isEqualTo("reception");
        assertThat(again.at("/acknowledged/by")).isEqualTo("reception");
        assertThat(stream.said()).singleElement().satisfies(read -> {
            assertThat(read.key()).isEqualTo("staff");
            assertThat(read.value())
                    .isInstanceOfSatisfying(AlertChange.Acknowledge.class, said -> assertThat(said.note())
                            .isEqualTo("I go"));
        });
        assertThat(ids("?acknowledged=true")).containsExactly(alert.id().value());
        for (var wrong : List.of("[]", "{", "{\"note\":1}", "{\"who\":\"x\"}", "{\"note\":\"a\\nb\"}")) {
            assertThat(admin.post(one(put(TestAlerts.of("bob", TRACK, 1))) + "/acknowledge", wrong)
                            .problem())
                    .isEqualTo("400 BAD_REQUEST");
        }
    }

    @Test
    void changeThatNobodyFollows_isAnsweredAsNotYetVisible() {
        var alert = put(TestAlerts.of("ada", TRACK, 0));
        stream.follow(false);

        assertThat(admin.post(one(alert) + "/acknowledge").problem()).isEqualTo("202 NOT_YET_VISIBLE");
    }

    @Test
    void correction_reachesEachAlertOfTheTrack_andTheTrack_andIsTakenBack() {
        var alert = put(TestAlerts.of("ada", TRACK, 0));
        var other = put(TestAlerts.of("ada", "door/1-2/0", 1, json -> json.putArray("tracks")
                .add("door/1-2/0")
                .add(TRACK)));
        var untouched = put(TestAlerts.of("ada", "door/1-3/0", 2));

        var corrected = admin.post(one(alert) + "/correct", "{\"person\":\"bob\"}")
                .expect(200)
                .json();

        assertThat(corrected.at("/reason").asText()).isEqualTo("CORRECTED");
        assertThat(corrected.at("/wasPerson/name").asText()).isEqualTo("Ada");
        assertThat(admin.get(one(other)).at("/was")).isEqualTo("ada");
        assertThat(admin.get(one(untouched)).at("/state")).isEqualTo("OPEN");
        assertThat(stream.corrections()).containsOnlyKeys("camera:door|" + TRACK);
        var said = stream.corrections().values().iterator().next();
        assertThat(said.not()).containsExactly(new PersonId("ada"));
        assertThat(said.person()).isEqualTo(new PersonId("bob"));
        // What it resembled is shown also when the alert tells of it no more.
        assertThat(admin.get(one(alert) + "/reference-picture").status()).isEqualTo(200);

        var restored = admin.post(one(alert) + "/restore").expect(200);

        assertThat(restored.at("/state")).isEqualTo("OPEN");
        assertThat(admin.get(one(other)).at("/state")).isEqualTo("OPEN");
        assertThat(stream.corrections()).isEmpty();
        assertThat(admin.post(one(alert) + "/restore").problem()).isEqualTo("409 NOT_CORRECTED");
    }

    @Test
    void correction_mustBeOfSomebody_andToSomebodyElse() {
        var alert = put(TestAlerts.of("ada", TRACK, 0));
        var nobody = put(TestAlerts.of("eve", TRACK, 0, json -> {
            json.put("subject", "unknown").put("kind", "UNKNOWN_PERSON");
            json.remove("identity");
        }));

        assertThat(admin.post(one(nobody) + "/correct").problem()).isEqualTo("409 NOBODY_NAMED");
        assertThat(admin.post(one(alert) + "/correct", "{\"person\":\"ada\"}").problem())
                .isEqualTo("400 BAD_REQUEST");
        assertThat(admin.post(one(alert) + "/correct", "{\"person\":\"no one\"}")
                        .problem())
                .isEqualTo("404 NO_SUCH_PERSON");
        assertThat(admin.delete(one(nobody) + "/reference").problem()).isEqualTo("404 NO_SUCH_PHOTO");
    }

    @Test
    void file_saysWhatItIs_andStartsNoFormula() {
        put(TestAlerts.of("ada", TRACK, 0));
        put(TestAlerts.of("bob", TRACK, 1));

        var csv = admin.get(ALERTS + "/export.csv?person=bob").expect(200);
        var json = admin.get(ALERTS + "/export.csv?format=json&person=bob").expect(200);

        assertThat(csv.header("Content-Disposition")).matches("attachment; filename=\"alerts-\\d{8}T\\d{6}Z.csv\"");
        assertThat(csv.text().split("\r\n")).hasSize(2);
        assertThat(csv.text())
                .contains("'=Bob")
                .contains("2026-11-28T10:10:12+01:00")
                .doesNotContain("Ada");
        assertThat(json.json().at("/asked/person/0").asText()).isEqualTo("bob");
        assertThat(json.json().path("items")).hasSize(1);
        assertThat(json.json().path("exportedAt").asText()).isNotBlank();
        assertThat(admin.get(ALERTS + "/export.csv?format=pdf").problem()).isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void blamedReference_isRemovedFromThePerson() {
        var alert = put(TestAlerts.of("ada", TRACK, 0));

        stream.answerChanges();

        assertThat(admin.delete(one(alert) + "/reference").status()).isEqualTo(204);

        assertThat(admin.get("/api/v1/people/ada").json().path("photos")).isEmpty();
        assertThat(admin.get(one(alert)).json().path("referencePicture").isNull())
                .isTrue();
        assertThat(admin.delete(one(alert) + "/reference").problem()).isEqualTo("404 NO_SUCH_PHOTO");
    }

    @Test
    void attendance_isOfTheAlertsOfAList() {
        put(TestAlerts.of("ada", TRACK, 0, json -> json.put("lastSeen", "2026-11-28T09:10:16Z")));
        put(TestAlerts.of("ada", "door/1-2/0", 7200));
        put(TestAlerts.of("bob", TRACK, 0, json -> json.put("rule", "other")));
        put(TestAlerts.corrected(TestAlerts.of("bob", "door/1-9/0", 60), "bob"));
        var asked = "/api/v1/attendance?list=team&zone=Europe/Berlin&from=2026-11-28&to=2026-11-28";

        var rows = admin.get(asked).expect(200).json();
        var csv = admin.get(asked + "&group=entrances&format=csv").expect(200);

        assertThat(rows.path("items")).singleElement().satisfies(row -> {
            assertThat(row.at("/person/name").asText()).isEqualTo("Ada");
            assertThat(row.path("day").asText()).isEqualTo("2026-11-28");
            assertThat(row.path("in").asText()).isEqualTo("2026-11-28T10:10:11+01:00");
            assertThat(row.path("missing").asText()).isEqualTo("out");
        });
        assertThat(csv.text().split("\r\n")).hasSize(2);
        assertThat(csv.text()).contains("2026-11-28T10:10:11+01:00,,,out,door");
        for (var wrong : List.of("zone=Moon", "zone=UTC&list=nobody", "list=team&zone=UTC&dayBegins=4", "list=team")) {
            assertThat(admin.get("/api/v1/attendance?" + wrong).problem()).isEqualTo("400 BAD_REQUEST");
        }
        assertThat(server.client().get(asked).problem()).isEqualTo("403 ADMIN_ONLY");
    }

    @Test
    void whoCameToday_isInside() {
        var now = Instant.now();
        put(TestAlerts.of(
                "ada", TRACK, 0, json -> json.put("firstSeen", now.toString()).put("lastSeen", now.toString())));

        var inside = admin.get("/api/v1/attendance/inside?list=team&zone=UTC&dayBegins=00:00")
                .expect(200)
                .json();

        assertThat(inside.at("/items/0/person/name").asText()).isEqualTo("Ada");
        assertThat(inside.at("/items/0/source").asText()).isEqualTo("door");
        assertThat(inside.at("/items/0/sure").asBoolean()).isTrue();
    }

    @Test
    void tracks_areStreamedToTheAdmin() {
        var tracks = "/api/v1/tracks/events?source=door";
        try (var events = TestEvents.open(admin, tracks);
                var cameras = new TestCameras(kafka)) {
            events.awaitMark();
            cameras.frame("yard", TestAlerts.THEN, 1, TestAnswers.match(0, 2, "ada"));
            cameras.frame("door", TestAlerts.THEN, 1, TestAnswers.match(0, 2, "ada"));
            var heard = events.await("track", 1).get(0);
            assertThat(heard.data().path("source").asText()).isEqualTo("door");
            assertThat(heard.data().at("/person/name").asText()).isEqualTo("Ada");
            try (var again = TestEvents.open(admin, tracks, events.lastId())) {
                again.awaitMark();
                assertThat(again.of("track")).isEmpty();
            }
        }
        assertThat(admin.get("/api/v1/tracks/events?from=x").problem()).isEqualTo("400 BAD_REQUEST");
    }
}
