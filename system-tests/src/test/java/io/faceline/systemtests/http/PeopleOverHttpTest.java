package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.faceline.cli.TestPhotos;
import io.faceline.cli.people.Enroller;
import io.faceline.cli.people.PeopleNames;
import io.faceline.cli.photo.PhotoJob;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.NewSession;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of a session, from enrollment to deletion, over the whole pipeline. */
@Tag("slow")
class PeopleOverHttpTest {
    private static final String ADMIN = "an admin's long token";
    private static final String PEOPLE = "/api/v1/people";

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static TestClient client;

    @BeforeAll
    static void up() {
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), environment);
        client = TestClient.of(pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port());
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void person_isListedRenamedMergedAndForgotten() throws Exception {
        var session = NewSession.of(client);
        var id = id(session);
        var zoe = enroll(id, "Zoë");
        var twin = enroll(id, "Zoe");

        assertThat(names(session)).containsExactly("Zoe", "Zoë");
        assertThat(names(NewSession.of(client))).isEmpty();
        session.patch(PEOPLE + "/" + zoe, "{\"name\":\"أروى 🌙\"}").expect(200);
        assertThat(names(session)).containsExactly("Zoe", "أروى 🌙");

        var merged = session.post(PEOPLE + "/" + twin + "/merge", "{\"into\":\"" + zoe + "\"}");
        assertThat(merged.json().path("photos")).hasSize(2);
        session.get(merged.at("/photos/1/url")).expect(200);
        assertThat(named(id)).containsExactly(zoe);
        session.patch(PEOPLE + "/" + twin, "{\"name\":\"Eve\"}").expect(409);

        session.post(PEOPLE + "/" + twin + "/unmerge").expect(200);
        assertThat(names(session)).containsExactly("Zoe", "أروى 🌙");

        session.delete(PEOPLE + "/" + twin).expect(204);
        assertThat(named(id)).containsExactly(zoe);
        session.delete(PEOPLE + "/" + zoe).expect(204);
        assertThat(named(id)).isEmpty();
        assertThat(names(session)).isEmpty();
    }

    @Test
    void personAddedTwice_isStillNamed() throws Exception {
        var session = NewSession.of(client);
        var id = id(session);
        var one = enroll(id, "Zoë");
        var other = enroll(id, "zoë ");

        assertThat(names(session)).hasSize(2);
        assertThat(named(id)).hasSize(1).first().isIn(one, other);
    }

    @Test
    void endedSession_isForgotten_andTakesNothingThatWasUnderWay() throws Exception {
        var session = NewSession.of(client);
        var id = id(session);
        var zoe = enroll(id, "Zoë");
        assertThat(named(id)).containsExactly(zoe);

        session.delete("/api/v1/session").expect(204);

        // As photos that were accepted before and arrive now.
        var probe = answer(id, new Role.Probe());
        var enrollment = answer(id, new Role.Enrollment(PersonId.random(), "Eve", Scope.SESSION, true));
        assertThat(List.of(probe, enrollment)).allSatisfy(answer -> assertThat(answer.outcome())
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.code())
                        .isEqualTo(FailureCode.SESSION_ENDED)));
        assertThat(enrollment.enrollment().isAccepted()).isFalse();
        assertThat(pipeline.people().snapshot().values())
                .noneMatch(person -> person.session().equals(id) && !person.deleted());
        session.get(PEOPLE + "/" + zoe).expect(401);
    }

    @Test
    void exportOfTheSharedGallery_becomesPeopleOfASession() throws Exception {
        var shared = enroll(SessionId.SHARED, "Zoë");
        var exported = client.as(ADMIN).get(PEOPLE + "/export?scope=shared").text();
        client.as(ADMIN).delete(PEOPLE + "/" + shared).expect(204);
        var session = NewSession.of(client);
        assertThat(named(id(session))).isEmpty();

        var imported = session.post(PEOPLE + "/import", exported);

        assertThat(imported.text()).isEqualTo("{\"people\":1,\"refused\":[]}");
        assertThat(names(session)).containsExactly("Zoë");
        assertThat(named(id(session))).hasSize(1);
    }

    private static SessionId id(TestClient session) {
        return new SessionId(session.get("/api/v1/session").at("/session"));
    }

    private static PersonId enroll(SessionId session, String name) throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve(name), name);
        var names = new PeopleNames(pipeline.people(), pipeline::readPhotos);
        var scope = session.isShared() ? Scope.SHARED : Scope.SESSION;
        var enroller = new Enroller(new PhotoJob(pipeline, session), scope, true, true, names);
        var person = PersonId.random();

        enroller.submit(person, name, gallery.resolve(name).resolve("cut-from-sample1.jpg"));

        assertThat(enroller.await())
                .allSatisfy(photo -> assertThat(photo.refusal()).isEmpty());
        return person;
    }

    /** The names that this session gets for the faces in sample3.jpg. */
    private static List<PersonId> named(SessionId session) {
        return faces(answer(session, new Role.Probe()).outcome()).stream()
                .map(PeopleOverHttpTest::match)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Match answer(SessionId session, Role role) {
        return new PhotoJob(pipeline, session)
                .submit(TestPhotos.sample(3), role, FrameFacts.ANY_GALLERY)
                .join();
    }

    private static List<MatchedFace> faces(Outcome<Faces<MatchedFace>> outcome) {
        return outcome.fold(Faces::faces, reason -> fail(reason.name()), (code, message) -> fail(message));
    }

    private static Optional<PersonId> match(MatchedFace face) {
        return Optional.ofNullable(face.identification())
                .filter(identification -> identification.decision() == Decision.MATCH)
                .map(identification -> identification.candidates().get(0).person());
    }

    private static List<String> names(TestClient session) {
        return session.get(PEOPLE + "?scope=session").json().path("items").findValuesAsText("name");
    }
}
