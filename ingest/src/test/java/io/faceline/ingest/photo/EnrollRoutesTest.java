package io.faceline.ingest.photo;

import static io.faceline.ingest.photo.PhotoServer.IMAGE;
import static io.faceline.ingest.photo.PhotoServer.form;
import static io.faceline.ingest.photo.PhotoServer.oneFace;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Rejection;
import io.faceline.ingest.transport.NotYetVisibleException;
import io.faceline.runtime.http.MultipartForm;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrollRoutesTest {
    private static final String PEOPLE = "/api/v1/people";

    private final PhotoServer server = new PhotoServer();

    @BeforeEach
    void acceptAll() {
        server.answer(EnrollRoutesTest::accepted);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static Match accepted(Frame frame) {
        if (!(frame.facts().role() instanceof Role.Enrollment)) {
            return oneFace(frame).build();
        }
        var reference = new ReferenceId(frame.facts().id().value().replace('/', '-'));
        return oneFace(frame)
                .enrollment(EnrollmentAnswer.accepted(personOf(frame), reference))
                .build();
    }

    private static PersonId personOf(Frame frame) {
        return ((Role.Enrollment) frame.facts().role()).person();
    }

    @Test
    void person_isAddedToTheVisitorsOwn() {
        var answer = server.anna()
                .post(PEOPLE, form(IMAGE, IMAGE).field("name", " Zoë 🙂 "))
                .expect(201);

        assertThat(answer.at("/name")).isEqualTo("Zoë 🙂");
        assertThat(answer.at("/scope")).isEqualTo("session");
        assertThat(answer.json().path("photos")).hasSize(2).allMatch(photo -> photo.path("isAccepted")
                .asBoolean());
        assertThat(answer.header("Location")).isEqualTo(PEOPLE + "/" + answer.at("/id"));
        assertThat(server.sent).allMatch(frame -> frame.facts().session().equals(server.anna.session()));
    }

    /** The photos of all sessions are in memory: whoever makes many sessions must not fill it. */
    @Test
    void photosOfAllSessions_areBounded() {
        for (var i = 0; i < PhotoServer.MAX_SESSION_PHOTOS; i++) {
            server.addPerson("of-ben-" + i, server.ben.session(), 1);
        }

        assertThat(server.anna().post(PEOPLE, named("Ada")).problem()).isEqualTo("507 SESSIONS_FULL");
        assertThat(server.sent).isEmpty();
        server.admin().post(PEOPLE, named("Ada").field("scope", "shared")).expect(201);
    }

    @Test
    void unavailableGallery_isTemporary() {
        server.answer(frame -> oneFace(frame)
                .enrollment(EnrollmentAnswer.rejected(personOf(frame), List.of(Rejection.GALLERY_UNAVAILABLE)))
                .build());

        var answer = server.anna().post(PEOPLE, named("Ada"));

        assertThat(answer.problem()).isEqualTo("503 NOT_READY");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void storedPhoto_isAcceptedAsNotVisibleYet() {
        server.answer(frame -> {
            throw new NotYetVisibleException(accepted(frame));
        });

        var answer = server.anna().post(PEOPLE, named("Ada")).expect(202);

        assertThat(answer.at("/photos/0/isAccepted")).isEqualTo("true");
        assertThat(answer.at("/photos/0/isVisible")).isEqualTo("false");
        assertThat(answer.at("/photos/0/id")).isNotEmpty();
        assertThat(answer.header("Location")).isEqualTo(PEOPLE + "/" + answer.at("/id"));
    }

    @Test
    void refusedPhotos_areToldWithTheirReasons() {
        var reasons = List.of(Rejection.LOW_SHARPNESS, Rejection.SMALL_FACE);
        server.answer(frame -> oneFace(frame)
                .enrollment(EnrollmentAnswer.rejected(personOf(frame), reasons))
                .build());

        var answer = server.anna().post(PEOPLE, named("Ada"));

        assertThat(answer.problem()).isEqualTo("422 NOT_ENROLLED");
        assertThat(answer.at("/detail")).contains("LOW_SHARPNESS, SMALL_FACE").doesNotContain("Ada");
    }

    @Test
    void poorPhoto_isToldWithItsWeakness_andAddedIfTheVisitorInsists() {
        server.answer(frame -> oneFace(frame).enrollment(poor(frame)).build());

        var refused = server.anna().post(PEOPLE, named("Ada"));
        var insisted = server.anna()
                .post(PEOPLE, named("Ada").field("allowPoor", "true"))
                .expect(201);

        assertThat(refused.problem()).isEqualTo("422 NOT_ENROLLED");
        assertThat(refused.at("/photos/0/rejections/0")).isEqualTo("POOR_FACE");
        assertThat(refused.at("/photos/0/weakness")).isEqualTo("COVERED");
        assertThat(insisted.at("/photos/0/weakness")).isEqualTo("COVERED");
    }

    @Test
    void photoWithoutAWarning_hasNoWeakness() {
        var answer = server.anna().post(PEOPLE, named("Ada")).expect(201);

        assertThat(answer.json().path("photos").get(0).has("weakness")).isFalse();
    }

    /** Enrolled only if the client insists. */
    private static EnrollmentAnswer poor(Frame frame) {
        var role = (Role.Enrollment) frame.facts().role();
        var answer = role.allowsPoor()
                ? EnrollmentAnswer.accepted(role.person(), new ReferenceId("photo"))
                : EnrollmentAnswer.rejected(role.person(), List.of(Rejection.POOR_FACE));
        return answer.because(Weakness.COVERED);
    }

    @Test
    void sharedGallery_isTheAdmins() {
        var shared = named("Ada").field("scope", "shared");

        assertThat(server.anna().post(PEOPLE, shared).problem()).isEqualTo("403 ADMIN_ONLY");
        server.nobody().post(PEOPLE, shared).expect(403);
        assertThat(server.nobody().post(PEOPLE, named("Ada")).problem()).isEqualTo("401 NO_SESSION");
        assertThat(server.sent).isEmpty();

        var added = server.admin().post(PEOPLE, shared);
        assertThat(added.at("/scope")).isEqualTo("shared");
        assertThat(server.sent.get(0).facts().session()).isEqualTo(SessionId.SHARED);

        server.recognize(IMAGE);
        assertThat(server.sent.get(1).facts().minGalleryVersion()).isEqualTo(7);
    }

    @Test
    void photoOfAPersonOfAnotherSession_isRefused() {
        server.addPerson("p1", server.anna.session());

        server.ben().post(PEOPLE + "/p1/photos", form(IMAGE)).expect(404);
        assertThat(server.admin().post(PEOPLE + "/p1/photos", form(IMAGE)).problem())
                .isEqualTo("403 OTHER_SESSION");

        assertThat(server.sent).isEmpty();
    }

    @Test
    void names_areOneLineOfAnyWriting() {
        for (var name :
                List.of("x".repeat(200), "🙂".repeat(200), "<script>alert(1)</script>", "علي", "O'Neill & \"co\"")) {
            assertThat(server.anna().post(PEOPLE, named(name)).at("/name")).isEqualTo(name);
        }
        for (var name : List.of("", "  ", "x".repeat(201), "a\nb", "a\u202Eb", "a\u0000b")) {
            assertThat(server.anna().post(PEOPLE, named(name)).problem()).isEqualTo("422 BAD_NAME");
        }
    }

    private static MultipartForm named(String name) {
        return form(IMAGE).field("name", name);
    }
}
