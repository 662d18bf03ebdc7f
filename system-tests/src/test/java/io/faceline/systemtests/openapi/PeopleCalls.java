package io.faceline.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.TestPhotos;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.systemtests.NewSession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;

/** Asks for all that there is of people, and for what there is not; {@link OpenApiTest} says what for. */
final class PeopleCalls {
    private static final String PEOPLE = "/api/v1/people";

    private final TestClient api;
    private final String admin;
    private final byte[] woman;

    /** @param woman a photo of one person */
    PeopleCalls(TestClient api, String admin, byte[] woman) {
        this.api = api;
        this.admin = admin;
        this.woman = woman;
    }

    void fromTheFirstPhotoToTheDeletion() throws Exception {
        var session = NewSession.of(api);
        var zoe = add(session, "name=Zoe");
        session.post(PEOPLE + "/" + zoe + "/photos", new MultipartForm().files(woman))
                .expect(201);
        var twin = add(session, "name=Twin&allowLookalike=true");
        session.post("/api/v1/recognize", "image/jpeg", Files.readAllBytes(TestPhotos.sample(3)))
                .expect(200);
        session.post("/api/v1/verify?person=" + zoe, "image/jpeg", woman).expect(200);
        var next = session.get(PEOPLE + "?scope=session&limit=1").expect(200).at("/next");
        session.get(PEOPLE + "?cursor=" + next).expect(200);
        var person = session.get(PEOPLE + "/" + zoe).expect(200);
        session.get(person.at("/photos/0/url")).expect(200);
        session.patch(PEOPLE + "/" + zoe, "{\"name\":\"أروى 🌙\"}").expect(200);
        session.post(PEOPLE + "/" + twin + "/merge", "{\"into\":\"" + zoe + "\"}")
                .expect(200);
        session.get(PEOPLE + "/" + twin).expect(200);
        session.patch(PEOPLE + "/" + twin, "{\"name\":\"Eve\"}").expect(409);
        session.post(PEOPLE + "/" + twin + "/unmerge", "").expect(200);
        session.delete(person.at("/photos/1/url")).expect(204);
        session.get(person.at("/photos/1/url")).expect(404);
        session.delete(PEOPLE + "/" + twin).expect(204);
        session.get(PEOPLE + "/" + twin).expect(404);
    }

    void wrongChanges() {
        var session = NewSession.of(api);
        var own = add(session, "name=Zoe");
        var shared = add(api.as(admin), "name=Shared&scope=shared&allowLookalike=true");
        session.post(PEOPLE + "?name=Eve", "image/jpeg", woman).expect(422);
        session.post(PEOPLE + "?name=", "image/jpeg", woman).expect(422);
        api.post(PEOPLE + "?name=Eve", "image/jpeg", woman).expect(401);
        session.post(PEOPLE + "?name=Eve&scope=all", "image/jpeg", woman).expect(400);
        session.patch(PEOPLE + "/" + own, "Zoë").expect(400);
        session.patch(PEOPLE + "/" + own, " ".repeat(20_000)).expect(413);
        session.patch(PEOPLE + "/" + own, "{\"name\":\"\\n\"}").expect(422);
        session.patch(PEOPLE + "/" + shared, "{\"name\":\"Eve\"}").expect(403);
        api.as(admin).delete(PEOPLE + "/" + own).expect(403);
        NewSession.of(api).delete(PEOPLE + "/" + own).expect(404);
        session.post(PEOPLE + "/" + own + "/merge", "{\"into\":\"" + shared + "\"}")
                .expect(403);
        session.get(PEOPLE + "?limit=0").expect(400);
        api.get(PEOPLE + "?scope=session").expect(401);
        api.as(admin).delete(PEOPLE + "/" + shared).expect(204);
    }

    void elsewhere() {
        var session = NewSession.of(api);
        var shared = add(api.as(admin), "name=Ada&scope=shared&allowLookalike=true");
        var exported =
                api.as(admin).get(PEOPLE + "/export?scope=shared").expect(200).text();
        api.as(admin).delete(PEOPLE + "/" + shared).expect(204);
        var lines = (exported + "no line\n").getBytes(StandardCharsets.UTF_8);
        session.post(PEOPLE + "/import", "application/x-ndjson", lines).expect(200);
        session.get(PEOPLE + "/export").expect(200);
        session.get(PEOPLE + "/export?scope=shared").expect(403);
        api.get(PEOPLE + "/export").expect(401);
        session.post(PEOPLE + "/import", "application/x-ndjson", new byte[0]).expect(400);
    }

    void twiceWithTheSameKey() {
        var session = NewSession.of(api);
        var key = new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
        var first = session.post(PEOPLE + "?name=Zoe", "image/jpeg", woman, key).expect(201);
        var again = session.post(PEOPLE + "?name=Zoe", "image/jpeg", woman, key).expect(201);
        assertThat(again.text()).isEqualTo(first.text());
        session.post(PEOPLE + "?name=Eve", "image/jpeg", woman, key).expect(422);
    }

    /** The id of a new person with a photo of the woman. */
    private String add(TestClient session, String query) {
        return session.post(PEOPLE + "?" + query, "image/jpeg", woman)
                .expect(201)
                .at("/id");
    }
}
