package io.faceline.api.alertrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.api.Api;
import io.faceline.api.ApiSettings;
import io.faceline.api.TestAnswers;
import io.faceline.api.cameras.TestCameras;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.secrets.SecretBox;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.topics.TopicSetup;
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

/** Rules, lists, groups, receivers and mutes through real topics. */
@Tag("slow")
class AlertRulesOverKafkaTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ADMIN = "an admin's long token";
    private static final String KEY_TEXT = SessionKey.newText();
    private static final String RULES = "/api/v1/alert-rules";
    private static final String LISTS = "/api/v1/watch-lists";
    private static final String GROUPS = "/api/v1/source-groups";
    private static final String RECEIVERS = "/api/v1/receivers";
    private static final String MUTES = "/api/v1/mutes";
    private static final String FILE = "/api/v1/alert-definitions";
    private static final String STAFF = "{\"name\":\"Staff\",\"people\":[\"ada\",\"bob\"]}";
    private static final String DOOR =
            "{\"name\":\"Door\",\"who\":{\"kind\":\"not-listed\",\"list\":\"staff\"},\"zone\":\"Europe/Berlin\"}";
    private static final String ADA =
            "{\"name\":\"Ada\",\"who\":{\"kind\":\"person\",\"person\":\"ada\"},\"zone\":\"Europe/Berlin\"}";
    private static final String PAGER = "{\"name\":\"Pager\",\"target\":{\"kind\":\"webhook\","
            + "\"url\":\"https://pager.example/hook\",\"generateSigningKey\":true}}";

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 4));
    private final RecordSender sender = sender();
    private Api api;
    private TestServer server;
    private TestClient admin;

    private RecordSender sender() {
        TopicSetup.ensure(kafka);
        return new RecordSender(kafka, "test-rules");
    }

    @BeforeEach
    void start() {
        put(person("ada"));
        put(person("bob"));
        open(Map.of("FACELINE_SECRET_KEY", "a long enough text"));
    }

    private static Person person(String id) {
        return PersonBuilder.person(id, id).session(SessionId.SHARED).build();
    }

    private void put(Person person) {
        put(kafka.topics().people(), person.id().value(), person);
    }

    private <T> void put(Topic<T> topic, String key, T value) {
        sender.send(topic, key, value, null).join();
    }

    private void open(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("FACELINE_ADMIN_TOKEN", ADMIN);
        settings.put("FACELINE_SESSION_KEY", KEY_TEXT);
        api = opened(settings);
        server = new TestServer(api.routes());
        admin = server.client().as(ADMIN);
        await().atMost(SOON).until(() -> api.health().ready());
    }

    private Api opened(Map<String, String> settings) {
        var one = new Api(ApiSettings.from(new Settings(settings)), kafka);
        one.start();
        return one;
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
        sender.close();
    }

    @Test
    void rule_isCreatedReplacedAndDeleted() {
        admin.post(LISTS, STAFF).expect(201);
        var created = admin.post(RULES, DOOR).expect(201);
        assertThat(created.header("Location")).isEqualTo(RULES + "/door");
        assertThat(created.at("/revision")).isEqualTo("1");
        assertThat(created.at("/sure/afterSeconds")).isEqualTo("3.0");
        assertThat(admin.post(RULES, DOOR).problem()).isEqualTo("409 DEFINITION_EXISTS");

        var same = admin.putJson(RULES + "/door", DOOR).expect(200);
        assertThat(same.at("/changedAt")).isEqualTo(created.at("/changedAt"));
        var replaced =
                admin.putJson(RULES + "/door", DOOR.replace("Door", "Gate")).expect(200);
        assertThat(replaced.at("/revision")).isEqualTo("2");
        assertThat(admin.get(RULES + "/door").at("/name")).isEqualTo("Gate");
        // As a page does that changes one field of what it got.
        admin.putJson(RULES + "/door", replaced.text().replace("NORMAL", "HIGH"))
                .expect(200);

        assertThat(admin.putJson(RULES + "/gate", DOOR).problem()).isEqualTo("404 NO_SUCH_DEFINITION");
        assertThat(admin.delete(LISTS + "/staff").problem()).isEqualTo("409 DEFINITION_IN_USE");
        assertThat(admin.delete(RULES + "/door").status()).isEqualTo(204);
        assertThat(admin.delete(LISTS + "/staff").status()).isEqualTo(204);
        assertThat(admin.get(RULES + "/door").problem()).isEqualTo("404 NO_SUCH_DEFINITION");
    }

    @Test
    void whatIsNamedAndIsNotThere_isSaid() {
        assertThat(admin.post(RULES, DOOR).expect(400).at("/detail"))
                .isEqualTo("rule \"door\" who.list: there is no list \"staff\"; create it first");
        assertThat(admin.post(RULES, ADA.replace("\"ada\"", "\"eve\""))
                        .expect(400)
                        .at("/detail"))
                .contains("there is no person \"eve\" in the shared gallery");
        assertThat(admin.post(RULES, ADA.replace("Europe/Berlin", "Europe/Berln"))
                        .expect(400)
                        .at("/detail"))
                .isEqualTo("zone: \"Europe/Berln\" is no time zone that this server knows; such as Europe/Berlin");
        assertThat(admin.post(RULES, "[]").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(admin.post(RULES, "{\"name\":\"" + "x".repeat(1_100_000) + "\"}")
                        .problem())
                .isEqualTo("413 TOO_MANY_BYTES");
    }

    @Test
    void listsOfDefinitions_havePages() {
        for (var name : List.of("beta", "Alpha", "gamma")) {
            admin.post(GROUPS, "{\"name\":\"" + name + "\",\"sources\":[\"front\"]}")
                    .expect(201);
        }

        var first = admin.get(GROUPS + "?limit=2").json();
        var second = admin.get(GROUPS + "?limit=2&cursor=" + first.path("next").asText())
                .json();

        assertThat(first.path("items").findValuesAsText("id")).containsExactly("alpha", "beta");
        assertThat(second.path("items").findValuesAsText("id")).containsExactly("gamma");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void people_areTakenOnAndOffAList() {
        admin.post(LISTS, "{\"name\":\"Staff\"}").expect(201);

        assertThat(admin.putJson(LISTS + "/staff/people/ada", "").expect(200).at("/people/0"))
                .isEqualTo("ada");
        admin.putJson(LISTS + "/staff/people/ada", "").expect(200);
        assertThat(admin.putJson(LISTS + "/staff/people/eve", "").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(admin.delete(LISTS + "/staff/people/ada").expect(200).json().path("people"))
                .isEmpty();
        assertThat(admin.putJson(LISTS + "/none/people/ada", "").problem()).isEqualTo("404 NO_SUCH_DEFINITION");
    }

    @Test
    void secretsOfReceivers_areShownOnceOrNever() {
        var created = admin.post(RECEIVERS, PAGER).expect(201);
        var key = created.at("/signingKey");
        assertThat(key).startsWith("whsec_");

        var shown = admin.get(RECEIVERS + "/pager").expect(200);
        assertThat(shown.at("/target/hasSigningKey")).isEqualTo("true");
        assertThat(shown.text()).doesNotContain(key, "v1:");
        assertThat(admin.get(FILE).expect(200).text()).doesNotContain(key, "v1:");
        admin.putJson(RECEIVERS + "/pager", shown.text()).expect(200);
        assertThat(opened()).isEqualTo(key);

        var unsigned = PAGER.replace("\"generateSigningKey\":true", "\"signingKey\":null");
        assertThat(admin.putJson(RECEIVERS + "/pager", unsigned).expect(200).at("/target/hasSigningKey"))
                .isEqualTo("false");
        reopen(Map.of());
        assertThat(admin.post(RECEIVERS, PAGER.replace("Pager", "Other")).problem())
                .isEqualTo("409 NO_SECRET_KEY");
    }

    /** The key as alert-delivery reads it. */
    private String opened() {
        var receiver = TableReader.readOnce(kafka, kafka.topics().alerting().receivers(), SOON)
                .get("pager");
        var box = SecretBox.of(new Settings(Map.of("FACELINE_SECRET_KEY", "a long enough text")))
                .orElseThrow();
        var secrets = ((ReceiverTarget.Webhook) receiver.target()).secrets();
        return box.open(secrets.get(0).encrypted(), "pager").orElseThrow();
    }

    @Test
    void receivers_areTriedAndSentWhatFailed() {
        admin.post(RECEIVERS, PAGER).expect(201);
        var pager = new ReceiverId("pager");
        var status = new ReceiverStatus(pager, false, "it refuses", Instant.now(), 3, null, null, null, Instant.now());
        put(kafka.topics().alerting().receiverStates(), "pager", status);

        var test = admin.post(RECEIVERS + "/pager/test", "").expect(202).at("/request");
        admin.post(RECEIVERS + "/pager/resend", "{\"from\":\"2026-12-01T10:00:00Z\"}")
                .expect(202);

        assertThat(test).isNotEmpty();
        assertThat(admin.post(RECEIVERS + "/pager/resend", "{\"at\":1}").problem())
                .isEqualTo("400 BAD_REQUEST");
        assertThat(admin.post(RECEIVERS + "/none/test", "").problem()).isEqualTo("404 NO_SUCH_DEFINITION");
        await().atMost(SOON)
                .until(() ->
                        admin.get(RECEIVERS + "/pager").at("/status/waiting").equals("3"));
        assertThat(TableReader.readOnce(kafka, kafka.topics().alerting().deliveryRequests(), SOON))
                .hasEntrySatisfying("pager", last -> assertThat(last).isInstanceOf(DeliveryRequest.Resend.class));
    }

    @Test
    void deliveries_areFiltered() {
        var alert = "mfrggzdfmztwq2lknnwg23tpo";
        for (var i = 0; i < 3; i++) {
            var state = i == 0 ? DeliveryState.SET_ASIDE : DeliveryState.DELIVERED;
            var delivery = new Delivery(
                    new ReceiverId("pager"),
                    new AlertId(alert + (char) ('a' + i)),
                    state,
                    i,
                    null,
                    null,
                    List.of(),
                    1,
                    null,
                    null,
                    null,
                    Instant.parse("2026-12-01T10:00:00Z").plusSeconds(i));
            put(kafka.topics().alerting().deliveries(), delivery.key(), delivery);
        }

        await().atMost(SOON).until(() -> delivered("").size() == 3);
        assertThat(delivered("")).containsExactly("2", "1", "0");
        assertThat(delivered("?state=set_aside&receiver=pager")).containsExactly("0");
        assertThat(delivered("?before=2026-12-01T10:00:01Z")).containsExactly("0");
        assertThat(delivered("?receiver=other")).isEmpty();
        assertThat(admin.get("/api/v1/deliveries?state=lost").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(admin.get("/api/v1/deliveries?before=noon").problem()).isEqualTo("400 BAD_REQUEST");
    }

    private List<String> delivered(String query) {
        return admin.get("/api/v1/deliveries" + query).json().path("items").findValuesAsText("delivered");
    }

    @Test
    void mutes_begin_andEnd() {
        var until = Instant.now().plus(Duration.ofDays(6));
        var mute = admin.post(MUTES, "{\"source\":\"front\",\"until\":\"" + until + "\"}")
                .expect(201);

        assertThat(mute.at("/by")).isEqualTo("admin");
        assertThat(admin.get(MUTES).json().path("items")).hasSize(1);
        assertThat(admin.post(MUTES, "{\"source\":\"front\",\"until\":\"" + until.plus(Duration.ofDays(2)) + "\"}")
                        .expect(400)
                        .at("/detail"))
                .startsWith("a mute ends within seven days");
        assertThat(admin.post(MUTES, "{\"until\":\"" + until + "\"}").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(admin.post(MUTES, "{\"rule\":\"none\",\"until\":\"" + until + "\"}")
                        .problem())
                .isEqualTo("400 BAD_REQUEST");
        assertThat(admin.delete(mute.header("Location")).status()).isEqualTo(204);
        assertThat(admin.get(MUTES).json().path("items")).isEmpty();
        assertThat(admin.delete(MUTES + "/none").problem()).isEqualTo("404 NO_SUCH_DEFINITION");
    }

    @Test
    void file_isAllOrNothing() {
        var yaml = "lists: [{name: Staff, people: [ada]}]\nrules:\n  - name: Door\n    zone: Europe/Berlin\n"
                + "    who: {kind: listed, list: staff}\n    hours: [{from: 22:00, to: 06:00}]\n";

        assertThat(admin.putJson(FILE + "?dryRun=true", yaml)
                        .expect(200)
                        .json()
                        .path("changes")
                        .findValuesAsText("id"))
                .containsExactly("staff", "door");
        assertThat(admin.get(LISTS).json().path("items")).isEmpty();
        assertThat(admin.putJson(FILE, yaml + "groups: [{name: G, role: up}]")
                        .expect(400)
                        .at("/detail"))
                .isEqualTo("groups[0].role: it must be one of IN, OUT, BOTH");
        assertThat(admin.get(LISTS).json().path("items")).isEmpty();

        assertThat(admin.putJson(FILE, yaml).expect(200).at("/changes/1/action"))
                .isEqualTo("CREATED");
        var written = admin.get(FILE).expect(200);
        assertThat(written.header("Content-Type")).startsWith("application/yaml");
        assertThat(admin.putJson(FILE + "?replace=true", written.text())
                        .expect(200)
                        .json()
                        .path("changes"))
                .isEmpty();
        assertThat(admin.putJson(FILE + "?replace=true", "rules: []")
                        .expect(200)
                        .at("/changes/0/action"))
                .isEqualTo("DELETED");
        assertThat(admin.putJson(FILE + "?replace=maybe", "rules: []").problem())
                .isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void deletedPerson_leavesListsAndRules() {
        admin.post(LISTS, STAFF).expect(201);
        admin.post(RULES, ADA).expect(201);
        var until = Instant.now().plusSeconds(3600);
        admin.post(MUTES, "{\"subject\":\"person:ada\",\"until\":\"" + until + "\"}")
                .expect(201);
        var others = opened(Map.of("FACELINE_ADMIN_TOKEN", ADMIN, "FACELINE_SESSION_KEY", KEY_TEXT));

        put(Person.deleted(new PersonId("ada"), SessionId.SHARED, Instant.now()));

        try {
            awaitErased();
            await().atMost(SOON)
                    .until(() -> admin.get(MUTES).json().path("items").isEmpty());
            assertThat(admin.post(RULES, ADA.replace("Ada", "Again")).problem()).isEqualTo("400 BAD_REQUEST");
        } finally {
            others.close();
        }
    }

    @Test
    void personDeletedWhileNothingRan_leavesListsAndRules() {
        admin.post(LISTS, STAFF).expect(201);
        admin.post(RULES, ADA).expect(201);
        server.close();
        api.close();
        put(Person.deleted(new PersonId("ada"), SessionId.SHARED, Instant.now()));

        open(Map.of());

        awaitErased();
    }

    private void awaitErased() {
        await().atMost(SOON)
                .until(() ->
                        admin.get(RULES + "/ada").at("/disabledBecause").equals("the person it names was deleted"));
        assertThat(admin.get(RULES + "/ada").at("/enabled")).isEqualTo("false");
        await().atMost(SOON).until(() -> admin.get(LISTS + "/staff")
                .json()
                .path("people")
                .toString()
                .equals("[\"bob\"]"));
    }

    @Test
    void mergedPerson_staysOnLists() {
        admin.post(LISTS, STAFF).expect(201);
        admin.post(RULES, ADA).expect(201);

        put(person("ada").merged(new PersonId("bob"), List.of(), null, Instant.now()));
        put(person("carl"));
        await().atMost(SOON)
                .until(() -> admin.post(LISTS, "{\"name\":\"C\",\"people\":[\"carl\"]}")
                                .status()
                        == 201);
        put(Person.deleted(new PersonId("carl"), SessionId.SHARED, Instant.now()));

        await().atMost(SOON)
                .until(() -> admin.get(LISTS + "/c").json().path("people").isEmpty());
        assertThat(admin.get(LISTS + "/staff").json().path("people")).hasSize(2);
        assertThat(admin.get(RULES + "/ada").at("/enabled")).isEqualTo("true");
    }

    @Test
    void rule_isTriedOnWhatWasSeen() {
        var began = Instant.now().minusSeconds(60);
        try (var cameras = new TestCameras(kafka)) {
            for (var i = 0; i < 20; i++) {
                cameras.frame("front", began.plusMillis(200L * i), i, TestAnswers.match(0, 2, "ada"));
            }
        }

        var said = admin.post(RULES + "/try", "{\"rule\":" + ADA + "}").expect(200);
        var silent = admin.post(RULES + "/try", "{\"rule\":" + ADA.replace("ada", "bob") + ",\"hours\":24}");

        assertThat(said.at("/alerts/0/person")).isEqualTo("ada");
        assertThat(said.at("/alerts/0/source")).isEqualTo("front");
        assertThat(said.json().path("alerts")).hasSize(1);
        assertThat(silent.expect(200).json().path("alerts")).isEmpty();
        assertThat(admin.get(RULES).json().path("items")).isEmpty();
        for (var wrong : List.of(
                "{}",
                "{\"rule\":" + ADA + ",\"hours\":25}",
                "{\"rule\":" + DOOR + "}",
                "{\"rule\":{\"name\":\"C\",\"zone\":\"UTC\",\"who\":{\"kind\":\"camera-down\"}}}")) {
            assertThat(admin.post(RULES + "/try", wrong).problem()).as(wrong).isEqualTo("400 BAD_REQUEST");
        }
    }

    @Test
    void presets_areShown() {
        var presets = admin.get(RULES + "/presets").expect(200).json().path("items");

        assertThat(presets.findValuesAsText("id")).contains("access-control", "household", "camera-down");
    }

    @Test
    void routes_areTheAdmins() {
        var visitor = server.client().as(SessionKey.parse(KEY_TEXT).create().reveal());
        for (var other : List.of(server.client(), visitor)) {
            for (var path :
                    List.of(RULES, LISTS, GROUPS, RECEIVERS, MUTES, FILE, "/api/v1/deliveries", RULES + "/presets")) {
                assertThat(other.get(path).problem()).as(path).isEqualTo("403 ADMIN_ONLY");
            }
            assertThat(other.post(RULES, DOOR).problem()).isEqualTo("403 ADMIN_ONLY");
            assertThat(other.putJson(FILE, "rules: []").problem()).isEqualTo("403 ADMIN_ONLY");
        }
    }

    @Test
    void openServer_letsEverybodyLook_butNotAtReceivers() {
        reopen(Map.of("FACELINE_ALERTS_OPEN", "true"));

        for (var path : List.of(RULES, LISTS, GROUPS, MUTES, RULES + "/presets")) {
            server.client().get(path).expect(200);
        }
        for (var path : List.of(RECEIVERS, FILE, "/api/v1/deliveries")) {
            assertThat(server.client().get(path).problem()).as(path).isEqualTo("403 ADMIN_ONLY");
        }
        assertThat(server.client().post(RULES, DOOR).problem()).isEqualTo("403 ADMIN_ONLY");
    }
}
