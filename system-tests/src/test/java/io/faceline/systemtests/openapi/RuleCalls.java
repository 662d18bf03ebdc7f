package io.faceline.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import java.time.Duration;
import java.time.Instant;

/** Asks for all that there is of rules of alerts, and for what there is not; {@link OpenApiTest} says what for. */
final class RuleCalls {
    private static final String RULES = "/api/v1/alert-rules";
    private static final String LISTS = "/api/v1/watch-lists";
    private static final String GROUPS = "/api/v1/source-groups";
    private static final String RECEIVERS = "/api/v1/receivers";
    private static final String MUTES = "/api/v1/mutes";
    private static final String FILE = "/api/v1/alert-definitions";
    private static final String STRANGER =
            "{\"name\":\"Yard\",\"who\":{\"kind\":\"stranger\"},\"zone\":\"Europe/Berlin\"}";
    private static final String FULL = """
            {"id":"hall","name":"Hall","enabled":false,"who":{"kind":"together","list":"staff"},"zone":"UTC",
             "where":{"sources":["hall"],"groups":["entrances"],"jobs":["*"],"per":"GROUP"},"priority":"HIGH",
             "hours":[{"days":["MONDAY"],"from":"22:00","to":"06:00"}],"reminderMinutes":5,"preset":"tailgating",
             "sure":{"similarity":0.5,"levels":[30]},"limits":{"first":"DAY","dayBegins":"04:00"},
             "quiet":{"accompaniedBy":"staff","unlessSeen":"staff","at":["entrances"],"withinMinutes":5}}
            """;
    private static final String PAGER = """
            {"name":"Pager","target":{"kind":"webhook","url":"https://pager.example/x","generateSigningKey":true},
             "rules":["hall"],"template":{"contentType":"text/plain","text":"An alert of {{rule.name}}"}}
            """;
    private static final String BROKER = """
            {"name":"Broker","target":{"kind":"mqtt","url":"mqtt://broker:1883","secret":"BROKER"},"content":"NAMES"}
            """;

    private final TestClient api;
    private final TestClient admin;

    RuleCalls(TestClient api, String token) {
        this.api = api;
        this.admin = api.as(token);
    }

    void fromTheDefinitionToTheDeletion() {
        admin.get(RULES + "/presets").expect(200);
        admin.post(LISTS, "{\"name\":\"Staff\"}").expect(201);
        admin.post(GROUPS, "{\"name\":\"Entrances\",\"role\":\"IN\",\"sources\":[\"hall\"]}")
                .expect(201);
        admin.post(RULES, FULL).expect(201);
        admin.post(RULES, STRANGER).expect(201);
        admin.post(RECEIVERS, PAGER).expect(201);
        admin.post(RECEIVERS, BROKER).expect(201);
        for (var kind : new String[] {RULES, LISTS, GROUPS, RECEIVERS}) {
            for (var one : admin.get(kind + "?limit=10").expect(200).json().path("items")) {
                var path = kind + "/" + one.path("id").asText();
                var shown = admin.get(path).expect(200).text();
                admin.putJson(path, shown).expect(200);
            }
        }
        admin.delete(LISTS + "/staff/people/nobody").expect(200);
        admin.post(RULES + "/try", "{\"rule\":" + STRANGER + ",\"hours\":1}").expect(200);
        admin.post(RECEIVERS + "/pager/test").expect(202);
        admin.post(RECEIVERS + "/pager/resend", "{}").expect(202);
        admin.get("/api/v1/deliveries?state=WAITING&receiver=pager").expect(200);
        mutes();
        var yaml = admin.get(FILE).expect(200).text();
        admin.putJson(FILE + "?dryRun=true&replace=true", yaml).expect(200);
        for (var path : new String[] {
            RECEIVERS + "/pager",
            RECEIVERS + "/broker",
            RULES + "/hall",
            RULES + "/yard",
            GROUPS + "/entrances",
            LISTS + "/staff"
        }) {
            admin.delete(path).expect(204);
        }
    }

    /** Of a person who is in the shared gallery. */
    void onAndOffAList(String person) {
        admin.post(LISTS, "{\"name\":\"Guests\"}").expect(201);
        assertThat(admin.putJson(LISTS + "/guests/people/" + person, "")
                        .expect(200)
                        .at("/people/0"))
                .isEqualTo(person);
        admin.delete(LISTS + "/guests/people/" + person).expect(200);
        admin.delete(LISTS + "/guests").expect(204);
    }

    private void mutes() {
        var until = Instant.now().plus(Duration.ofDays(1));
        var mute = admin.post(MUTES, "{\"source\":\"hall\",\"until\":\"" + until + "\"}")
                .expect(201);
        admin.get(MUTES).expect(200);
        admin.delete(mute.header("Location")).expect(204);
    }

    void wrongOnes() {
        api.get(RULES).expect(403);
        api.as("nobody's").get(RULES).expect(401);
        admin.get(RULES + "?limit=0").expect(400);
        admin.post(RULES, "{").expect(400);
        admin.post(RULES, " ".repeat(1_100_000)).expect(413);
        admin.post(GROUPS, "{\"name\":\"Twice\"}").expect(201);
        admin.post(GROUPS, "{\"name\":\"Twice\"}").expect(409);
        admin.delete(GROUPS + "/twice").expect(204);
        admin.post(RULES + "/try", "{}").expect(400);
        admin.post(MUTES, "{}").expect(400);
        admin.putJson(FILE, "cameras: []").expect(400);
        admin.get("/api/v1/deliveries?before=noon").expect(400);
        for (var missing : new HttpAnswer[] {
            admin.get(RULES + "/none"),
            admin.putJson(LISTS + "/none", "{}"),
            admin.delete(GROUPS + "/none"),
            admin.putJson(LISTS + "/none/people/nobody", ""),
            admin.post(RECEIVERS + "/none/test"),
            admin.post(RECEIVERS + "/none/resend", "{}"),
            admin.delete(MUTES + "/none")
        }) {
            missing.expect(404);
        }
    }
}
