package io.faceline.web.view;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A match with every kind of face, outcome and role, and the people whom they name. */
final class SampleMatches {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final SessionId MINE = new SessionId("mine");
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId MERGED = new PersonId("merged");
    private static final PersonId DELETED = new PersonId("deleted");
    private static final PersonId SOMEBODY_ELSES = new PersonId("somebody-elses");
    private static final PersonId UNHEARD_OF = new PersonId("unheard-of");

    private static final List<Person> PEOPLE = List.of(
            new Person(ADA, "Ada \"Zoë\" <b>Lovelace</b>", SessionId.SHARED, List.of(), null, false, THEN),
            new Person(MERGED, "Ada L.", MINE, List.of(), ADA, false, THEN),
            Person.deleted(DELETED, MINE, THEN),
            new Person(SOMEBODY_ELSES, "Bob", new SessionId("theirs"), List.of(), null, false, THEN));

    private SampleMatches() {}

    static Optional<Person> person(String id) {
        return PEOPLE.stream().filter(person -> person.id().value().equals(id)).findFirst();
    }

    /** The id of each says what it is. */
    static List<Match> all() {
        return Stream.of(faces(), losses(), verifications(), enrollments())
                .flatMap(some -> some)
                .toList();
    }

    private static Stream<Match> faces() {
        return Stream.of(
                match("match", new Role.Probe(), said(Decision.MATCH, ADA, MERGED, SOMEBODY_ELSES)),
                match("match-of-merged", new Role.Probe(), said(Decision.MATCH, MERGED)),
                match("match-of-deleted", new Role.Probe(), said(Decision.MATCH, DELETED)),
                match("match-of-another-session", new Role.Probe(), said(Decision.MATCH, SOMEBODY_ELSES)),
                match("uncertain", new Role.Probe(), said(Decision.UNCERTAIN, ADA, UNHEARD_OF)),
                match("unknown", new Role.Probe(), said(Decision.UNKNOWN, ADA)),
                match("empty-gallery", new Role.Probe(), said(Decision.UNKNOWN)),
                match("detect", new Role.Detect(), null, null),
                match("no-faces", new Role.Probe()),
                inVideo(match("video", new Role.Probe(), said(Decision.MATCH, ADA), said(Decision.UNKNOWN))));
    }

    private static Stream<Match> losses() {
        return Stream.of(
                match("dropped", new Role.Probe(), Outcome.dropped(DropReason.CANCELLED), null, null),
                match("failed", new Role.Probe(), Outcome.failed(FailureCode.DAMAGED_IMAGE, "cut off"), null, null));
    }

    private static Stream<Match> verifications() {
        var other = new FrameId("other/0");
        return Stream.of(
                match("verify-first", new Role.VerifyFrame(other), made(), null, null),
                match(
                        "verify-second",
                        new Role.VerifyFrame(other),
                        made(),
                        null,
                        new VerificationAnswer(other, null, 0.71, Decision.MATCH)),
                match(
                        "verify-person",
                        new Role.VerifyPerson(ADA),
                        made(),
                        null,
                        new VerificationAnswer(null, ADA, null, Decision.UNKNOWN)));
    }

    private static Stream<Match> enrollments() {
        var role = new Role.Enrollment(ADA, "Ada", Scope.SESSION, true);
        return Stream.of(
                match("enrolled", role, made(), EnrollmentAnswer.accepted(ADA, new ReferenceId("enrolled/0:0")), null),
                match(
                        "rejected",
                        role,
                        made(),
                        EnrollmentAnswer.rejected(ADA, List.of(Rejection.SMALL_FACE, Rejection.LOW_SHARPNESS)),
                        null),
                match("another", role, made(), EnrollmentAnswer.enrolledAs(ADA, MERGED), null));
    }

    private static Identification said(Decision decision, PersonId... people) {
        var candidates = Stream.of(people)
                // Answers do not tell the reference.
                .map(person -> new Candidate(
                        person, person.equals(ADA) ? Scope.SHARED : Scope.SESSION, 0.7, new ReferenceId("photo/0:0")))
                .toList();
        var isFound = !candidates.isEmpty();
        return new Identification(
                decision,
                candidates,
                isFound ? 0.7 : null,
                isFound ? 0.95 : null,
                decision == Decision.MATCH ? List.of() : List.of(Reason.LOW_SHARPNESS, Reason.BELOW_THRESHOLD));
    }

    private static Match match(String name, Role role, @Nullable Identification... faces) {
        return match(name, role, made(faces), null, null);
    }

    private static Match match(
            String name,
            Role role,
            Outcome<Faces<MatchedFace>> outcome,
            @Nullable EnrollmentAnswer enrollment,
            @Nullable VerificationAnswer verification) {
        return new Match(
                new FrameFacts(new FrameId(name + "/0"), MINE, role, name, 0, THEN, null, FrameFacts.ANY_GALLERY),
                outcome,
                "fr_feature@87aacdfe",
                new Thresholds(0.49, 0.41, 0.05, 0.41),
                3,
                THEN.plusSeconds(1),
                enrollment,
                verification);
    }

    private static Match inVideo(Match match) {
        var facts = match.facts();
        return new Match(
                new FrameFacts(
                        facts.id(), facts.session(), facts.role(), facts.source(), 7, facts.capturedAt(), 1.25, 2),
                match.outcome(),
                match.modelId(),
                match.thresholds(),
                match.galleryVersion(),
                match.answeredAt(),
                match.enrollment(),
                match.verification());
    }

    private static Outcome<Faces<MatchedFace>> made(@Nullable Identification... faces) {
        var found = new ArrayList<MatchedFace>();
        for (var said : faces) {
            found.add(new MatchedFace(face(found.size()), said));
        }
        return Outcome.made(new Faces<>(640, 480, found));
    }

    private static Face face(int index) {
        return new Face(
                index,
                new BoundingBox(0.1, 0.2, 0.25, 0.5),
                new Landmarks(
                        new Point(0.2, 0.3),
                        new Point(0.3, 0.3),
                        new Point(0.25, 0.4),
                        new Point(0.2, 0.5),
                        new Point(0.3, 0.5)),
                0.987,
                new Quality(0.9, 120, 0.8, 0.5, -3.5, 0, 1.0E-4));
    }
}
