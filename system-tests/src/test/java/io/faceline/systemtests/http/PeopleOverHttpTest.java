package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.TestPhotos;
import io.faceline.cli.people.Enroller;
import io.faceline.cli.people.PeopleNames;
import io.faceline.cli.photo.PhotoJob;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of a session, from enrollment to deletion, over the whole pipeline. */
class PeopleOverHttpTest {
    private static final String ADMIN = "an admin's long token";
    private static final String PEOPLE = "/api/v1/people";

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static String address;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void up() {
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), environment);
        address = "http://localhost:"
                + pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port();
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void person_isListedRenamedMergedAndForgotten() throws Exception {
        var session = newSession();
        var token = session.path("token").asText();
        var id = new SessionId(session.path("session").asText());
        var zoe = enroll(id, "Zoë");
        var twin = enroll(id, "Zoe");

        assertThat(names(token)).containsExactly("Zoe", "Zoë");
        assertThat(names(newSession().path("token").asText())).isEmpty();
        assertThat(ask(token, "PATCH", PEOPLE + "/" + zoe, "{\"name\":\"أروى 🌙\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(names(token)).containsExactly("Zoe", "أروى 🌙");

        var merged = ask(token, "POST", PEOPLE + "/" + twin + "/merge", "{\"into\":\"" + zoe + "\"}");
        assertThat(json(merged).path("photos")).hasSize(2);
        assertThat(ask(
                                token,
                                "GET",
                                json(merged).path("photos").path(1).path("url").asText(),
                                "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(named(id)).containsExactly(zoe);
        assertThat(ask(token, "PATCH", PEOPLE + "/" + twin, "{\"name\":\"Eve\"}")
                        .statusCode())
                .isEqualTo(409);

        assertThat(ask(token, "POST", PEOPLE + "/" + twin + "/unmerge", "").statusCode())
                .isEqualTo(200);
        assertThat(names(token)).containsExactly("Zoe", "أروى 🌙");

        assertThat(ask(token, "DELETE", PEOPLE + "/" + twin, "").statusCode()).isEqualTo(204);
        assertThat(named(id)).containsExactly(zoe);
        assertThat(ask(token, "DELETE", PEOPLE + "/" + zoe, "").statusCode()).isEqualTo(204);
        assertThat(named(id)).isEmpty();
        assertThat(names(token)).isEmpty();
    }

    @Test
    void endedSession_isForgotten() throws Exception {
        var session = newSession();
        var token = session.path("token").asText();
        var id = new SessionId(session.path("session").asText());
        var zoe = enroll(id, "Zoë");
        assertThat(named(id)).containsExactly(zoe);

        assertThat(ask(token, "DELETE", "/api/v1/session", "").statusCode()).isEqualTo(204);

        assertThat(named(id)).isEmpty();
        assertThat(ask(token, "GET", PEOPLE + "/" + zoe, "").statusCode()).isEqualTo(404);
    }

    @Test
    void exportOfTheSharedGallery_becomesPeopleOfASession() throws Exception {
        var shared = enroll(SessionId.SHARED, "Zoë");
        var exported = ask(ADMIN, "GET", PEOPLE + "/export?scope=shared", "").body();
        assertThat(ask(ADMIN, "DELETE", PEOPLE + "/" + shared, "").statusCode()).isEqualTo(204);
        var session = newSession();
        var token = session.path("token").asText();
        assertThat(named(new SessionId(session.path("session").asText()))).isEmpty();

        var imported = ask(token, "POST", PEOPLE + "/import", exported);

        assertThat(imported.body()).isEqualTo("{\"people\":1,\"refused\":[]}");
        assertThat(names(token)).containsExactly("Zoë");
        assertThat(named(new SessionId(session.path("session").asText()))).hasSize(1);
    }

    private JsonNode newSession() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/sessions"))
                .POST(BodyPublishers.noBody())
                .build();
        return json(client.send(request, BodyHandlers.ofString()));
    }

    private static PersonId enroll(SessionId session, String name) throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve(name), name);
        var names = new PeopleNames(pipeline.people());
        var scope = session.isShared() ? Scope.SHARED : Scope.SESSION;
        var enroller = new Enroller(new PhotoJob(pipeline, session), scope, true, names);
        var person = PersonId.random();

        enroller.submit(person, name, gallery.resolve(name).resolve("cut-from-sample1.jpg"));

        assertThat(enroller.await())
                .allSatisfy(photo -> assertThat(photo.refusal()).isEmpty());
        return person;
    }

    /** The names that this session gets for the faces in sample3.jpg. */
    private static List<PersonId> named(SessionId session) {
        var answer = new PhotoJob(pipeline, session)
                .submit(TestPhotos.sample(3), new Role.Probe(), FrameFacts.ANY_GALLERY)
                .join();
        return faces(answer.outcome()).stream()
                .map(PeopleOverHttpTest::match)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<MatchedFace> faces(Outcome<Faces<MatchedFace>> outcome) {
        return outcome.fold(Faces::faces, reason -> fail(reason.name()), (code, message) -> fail(message));
    }

    private static Optional<PersonId> match(MatchedFace face) {
        return Optional.ofNullable(face.identification())
                .filter(identification -> identification.decision() == Decision.MATCH)
                .map(identification -> identification.candidates().get(0).person());
    }

    private List<String> names(String token) throws Exception {
        return json(ask(token, "GET", PEOPLE + "?scope=session", ""))
                .path("items")
                .findValuesAsText("name");
    }

    private HttpResponse<String> ask(String token, String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Mappers.JSON.readTree(answer.body());
    }
}
