package io.faceline.systemtests.openapi;

import static io.faceline.systemtests.openapi.ApiClient.FORM;
import static io.faceline.systemtests.openapi.ApiClient.JPEG;
import static io.faceline.systemtests.openapi.ApiClient.NOBODY;
import static io.faceline.systemtests.openapi.ApiClient.form;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.TestPhotos;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;

/** Asks for all that there is of people, and for what there is not; {@link OpenApiTest} says what for. */
final class CallsOfPeople {
    private static final String PEOPLE = "/api/v1/people";

    private final ApiClient api;
    private final String admin;
    private final byte[] woman;

    /** @param woman a photo of one person */
    CallsOfPeople(ApiClient api, String admin, byte[] woman) {
        this.api = api;
        this.admin = admin;
        this.woman = woman;
    }

    void fromTheFirstPhotoToTheDeletion() throws Exception {
        var token = api.newSession();
        var zoe = add(token, "name=Zoe");
        api.post(201, token, PEOPLE + "/" + zoe + "/photos", FORM, form(woman));
        var twin = add(token, "name=Twin&allowLookalike=true");
        api.post(200, token, "/api/v1/recognize", JPEG, Files.readAllBytes(TestPhotos.sample(3)));
        api.post(200, token, "/api/v1/verify?person=" + zoe, JPEG, woman);
        var next = api.get(200, token, PEOPLE + "?scope=session&limit=1").at("/next");
        api.get(200, token, PEOPLE + "?cursor=" + next);
        var person = api.get(200, token, PEOPLE + "/" + zoe);
        api.get(200, token, person.at("/photos/0/url"));
        api.patch(200, token, PEOPLE + "/" + zoe, "{\"name\":\"أروى 🌙\"}");
        api.post(200, token, PEOPLE + "/" + twin + "/merge", "{\"into\":\"" + zoe + "\"}");
        api.get(200, token, PEOPLE + "/" + twin);
        api.patch(409, token, PEOPLE + "/" + twin, "{\"name\":\"Eve\"}");
        api.post(200, token, PEOPLE + "/" + twin + "/unmerge", "");
        api.delete(204, token, person.at("/photos/1/url"));
        api.get(404, token, person.at("/photos/1/url"));
        api.delete(204, token, PEOPLE + "/" + twin);
        api.get(404, token, PEOPLE + "/" + twin);
    }

    void wrongChanges() throws Exception {
        var token = api.newSession();
        var own = add(token, "name=Zoe");
        var shared = add(admin, "name=Shared&scope=shared&allowLookalike=true");
        api.post(422, token, PEOPLE + "?name=Eve", JPEG, woman);
        api.post(422, token, PEOPLE + "?name=", JPEG, woman);
        api.post(401, NOBODY, PEOPLE + "?name=Eve", JPEG, woman);
        api.post(400, token, PEOPLE + "?name=Eve&scope=all", JPEG, woman);
        api.patch(400, token, PEOPLE + "/" + own, "Zoë");
        api.patch(413, token, PEOPLE + "/" + own, " ".repeat(20_000));
        api.patch(422, token, PEOPLE + "/" + own, "{\"name\":\"\\n\"}");
        api.patch(403, token, PEOPLE + "/" + shared, "{\"name\":\"Eve\"}");
        api.delete(403, admin, PEOPLE + "/" + own);
        api.delete(404, api.newSession(), PEOPLE + "/" + own);
        api.post(403, token, PEOPLE + "/" + own + "/merge", "{\"into\":\"" + shared + "\"}");
        api.get(400, token, PEOPLE + "?limit=0");
        api.get(401, NOBODY, PEOPLE + "?scope=session");
        api.delete(204, admin, PEOPLE + "/" + shared);
    }

    void elsewhere() throws Exception {
        var token = api.newSession();
        var shared = add(admin, "name=Ada&scope=shared&allowLookalike=true");
        var exported = api.get(200, admin, PEOPLE + "/export?scope=shared").text();
        api.delete(204, admin, PEOPLE + "/" + shared);
        var lines = (exported + "no line\n").getBytes(StandardCharsets.UTF_8);
        api.post(200, token, PEOPLE + "/import", "application/x-ndjson", lines);
        api.get(200, token, PEOPLE + "/export");
        api.get(403, token, PEOPLE + "/export?scope=shared");
        api.get(401, NOBODY, PEOPLE + "/export");
        api.post(400, token, PEOPLE + "/import", "application/x-ndjson", new byte[0]);
    }

    void twiceWithTheSameKey() throws Exception {
        var token = api.newSession();
        var key = new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
        var first = api.post(201, token, PEOPLE + "?name=Zoe", JPEG, woman, key);
        var again = api.post(201, token, PEOPLE + "?name=Zoe", JPEG, woman, key);
        assertThat(again.text()).isEqualTo(first.text());
        api.post(422, token, PEOPLE + "?name=Eve", JPEG, woman, key);
    }

    /** The id of a new person with a photo of the woman. */
    private String add(String token, String query) throws Exception {
        return api.post(201, token, PEOPLE + "?" + query, JPEG, woman).at("/id");
    }
}
