package io.faceline.matcher.enrollment;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.person.Rejection;
import io.faceline.matcher.decision.EmbeddedFaces;
import io.faceline.matcher.decision.Identify;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.people.Galleries;
import io.faceline.matcher.people.People;
import io.faceline.matcher.people.References;
import io.faceline.matcher.people.WritePeople;
import io.faceline.matcher.recognisability.PairRule;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Enrolls a face as a reference of a person. Writes the person first and the reference second, both with deterministic
 * ids, so that processing the frame again completes an enrollment interrupted by a crash.
 */
public final class Enroll {
    /** The first, and those who tell the crowd. One who is not matched because both faces are poor may be followed by one who is. */
    private static final int MAX_OTHERS = 1 + PairRule.CROWD;

    private final Galleries galleries;
    private final People people;
    private final Identify identify;
    private final EnrollmentGate gate;
    private final WritePeople write;
    private final InstantSource clock;
    private final int maxReferences;

    public Enroll(
            Galleries galleries,
            People people,
            Identify identify,
            EnrollmentGate gate,
            WritePeople write,
            InstantSource clock,
            int maxReferences) {
        this.galleries = galleries;
        this.people = people;
        this.identify = identify;
        this.gate = gate;
        this.write = write;
        this.clock = clock;
        this.maxReferences = maxReferences;
    }

    public EnrollmentAnswer enroll(Embeddings frame, Role.Enrollment role) {
        if (!write.isReady()) {
            return rejected(role.person(), Rejection.GALLERY_UNAVAILABLE);
        }
        var person = people.follow(role.person());
        if (!isAvailable(person, frame.facts().session())) {
            return rejected(person, Rejection.PERSON_DELETED);
        }
        return frame.outcome()
                .fold(
                        faces -> enroll(frame, faces, role, person),
                        reason -> rejected(person, Rejection.UNREADABLE),
                        (code, message) -> rejected(person, Rejection.UNREADABLE));
    }

    private EnrollmentAnswer enroll(
            Embeddings frame, Faces<EmbeddedFace> faces, Role.Enrollment role, PersonId person) {
        var verdict = gate.judge(faces, identify.model(frame), role.allowsPoor());
        var answer = verdict.isGood()
                ? enroll(frame, verdict.subject(), role, person)
                : EnrollmentAnswer.rejected(person, verdict.rejections());
        return answer.because(verdict.weakness());
    }

    private EnrollmentAnswer enroll(Embeddings frame, EmbeddedFace subject, Role.Enrollment role, PersonId person) {
        var reference = reference(frame, subject, person);
        if (people.isDeleted(frame.facts().session(), reference.id())) {
            return rejected(person, Rejection.PHOTO_DELETED);
        }
        var references = galleries.of(frame.facts().session());
        if (!isEnrolled(reference, references)) {
            var objection = objection(frame, subject, role, person);
            if (objection.isPresent()) {
                return objection.get();
            }
        }
        return write(frame, subject, role, reference, references);
    }

    /** Checks a new reference. An existing one is a retry that was checked before. */
    private Optional<EnrollmentAnswer> objection(
            Embeddings frame, EmbeddedFace face, Role.Enrollment role, PersonId person) {
        if (isFull(frame.facts().session(), person)) {
            return Optional.of(rejected(person, Rejection.SESSION_FULL));
        }
        return role.allowLookalike()
                ? Optional.empty()
                : lookalike(frame, face, role, person).map(other -> EnrollmentAnswer.enrolledAs(person, other));
    }

    private EnrollmentAnswer write(
            Embeddings frame, EmbeddedFace face, Role.Enrollment role, Reference reference, References references) {
        var photo = new PersonPhoto(reference.id(), face.cropJpeg(), reference.quality(), reference.enrolledAt());
        var duplicate = namesake(frame, face, role, reference.person());
        write.addPhotos(reference.person(), role.name(), frame.facts().session(), List.of(photo));
        references.enroll(List.of(reference));
        return EnrollmentAnswer.accepted(reference.person(), reference.id(), duplicate.orElse(null));
    }

    /** Another person of the same scope with a different name whom the face matches, as it would be decided when it is seen. */
    private Optional<PersonId> lookalike(Embeddings frame, EmbeddedFace face, Role.Enrollment role, PersonId person) {
        var name = nameOf(person, role);
        var hits = hits(frame, face, person, other -> !people.isCalled(other, name));
        return matched(frame, hits, crowd(frame, hits));
    }

    /** Another person of the same scope with the same name whom the face matches: perhaps a duplicate. */
    private Optional<PersonId> namesake(Embeddings frame, EmbeddedFace face, Role.Enrollment role, PersonId person) {
        var name = nameOf(person, role);
        return matched(frame, hits(frame, face, person, other -> people.isCalled(other, name)), 0);
    }

    private @Nullable String nameOf(PersonId person, Role.Enrollment role) {
        return people.find(person).map(Person::name).orElse(role.name());
    }

    private List<BestPeople.Hit> hits(
            Embeddings frame, EmbeddedFace face, PersonId person, Predicate<PersonId> filter) {
        var model = identify.model(frame);
        var embedding = EmbeddedFaces.embedding(face);
        var best = new BestPeople(
                MAX_OTHERS,
                (reference, enrolled) -> other(enrolled, person, filter),
                model.penaltyOf(model.measure(embedding, face.rawLength())));
        galleries.of(frame.facts().session()).gallery().search(frame.modelId(), embedding, best);
        return best.hits();
    }

    /** By what the similarities fall because the face resembles many people. */
    private double crowd(Embeddings frame, List<BestPeople.Hit> hits) {
        var rivals = hits.stream()
                .filter(hit -> !people.haveOneName(hits.get(0).person(), hit.person()))
                .map(BestPeople.Hit::similarity)
                .toList();
        return identify.model(frame)
                .crowd(rivals, galleries.countPeople(frame.facts().session()));
    }

    private Optional<PersonId> matched(Embeddings frame, List<BestPeople.Hit> hits, double crowd) {
        var model = identify.model(frame);
        var people = galleries.countPeople(frame.facts().session());
        var threshold = model.scale(people).thresholds().match();
        return hits.stream()
                .filter(hit -> hit.similarity() - model.penalty(hit.penalty(), people) - crowd >= threshold)
                .map(BestPeople.Hit::person)
                .findFirst();
    }

    private @Nullable PersonId other(PersonId enrolled, PersonId person, Predicate<PersonId> filter) {
        var found = identify.resolve(enrolled);
        return found == null || found.equals(person) || !filter.test(found) ? null : found;
    }

    /** Whether the session may use this id: a new one, or that of an active person of its own. */
    private boolean isAvailable(PersonId person, SessionId session) {
        return !People.isReserved(person)
                && people.find(person)
                        .map(known -> known.session().equals(session) && known.isActive())
                        .orElse(true);
    }

    private boolean isFull(SessionId session, PersonId person) {
        var photos = people.find(person).map(known -> known.photos().size()).orElse(0);
        return photos >= maxReferences
                || (!session.isShared() && galleries.of(session).gallery().size() >= maxReferences);
    }

    private static boolean isEnrolled(Reference reference, References references) {
        return references
                .gallery()
                .reference(reference.id())
                .filter(known -> known.person().equals(reference.person()))
                .isPresent();
    }

    private Reference reference(Embeddings frame, EmbeddedFace face, PersonId person) {
        return new Reference(
                ReferenceId.of(frame.facts().id(), face.face().index()),
                person,
                EmbeddedFaces.embedding(face),
                frame.modelId(),
                face.face().quality().score(),
                clock.instant(),
                face.rawLength());
    }

    private static EnrollmentAnswer rejected(PersonId person, Rejection rejection) {
        return EnrollmentAnswer.rejected(person, List.of(rejection));
    }
}
