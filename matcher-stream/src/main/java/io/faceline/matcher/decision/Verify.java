package io.faceline.matcher.decision;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.matcher.people.Galleries;
import io.faceline.matcher.people.People;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies whether two faces are the same person: the largest faces of two frames, or the largest face of a frame and a
 * person's references. Two poor faces are judged as in a search: docs/explanation/matching.md.
 */
public final class Verify {
    private final Galleries galleries;
    private final People people;
    private final Models models;
    private final VerificationPairs pairs;
    private final InstantSource clock;

    public Verify(Galleries galleries, People people, Models models, VerificationPairs pairs, InstantSource clock) {
        this.galleries = galleries;
        this.people = people;
        this.models = models;
        this.pairs = pairs;
        this.clock = clock;
    }

    /** The result of a comparison; without an answer for the first frame of a pair. */
    public record Result(
            Outcome<Faces<EmbeddedFace>> outcome, @Nullable VerificationAnswer answer) {}

    public Result verify(Embeddings frame, Role.VerifyFrame role) {
        var second = side(frame, role.other());
        return pairs.firstOf(second)
                .map(first -> compare(frame, first, second))
                .orElseGet(() -> new Result(frame.outcome(), null));
    }

    public Result verify(Embeddings frame, Role.VerifyPerson role) {
        var person = people.follow(role.person());
        return new Result(
                frame.outcome()
                        .then(faces -> hasReferences(frame, person) ? frame.outcome() : noSuchPerson(role.person())),
                answer(frame, null, person, compared(frame, person)));
    }

    private Result compare(Embeddings frame, VerificationSide first, VerificationSide second) {
        var outcome = first.loss() == null
                ? frame.outcome()
                : frame.outcome().then(faces -> otherFailed(first.frame(), first.loss()));
        return new Result(outcome, answer(frame, first.frame(), null, compared(first, second)));
    }

    private VerificationAnswer answer(
            Embeddings frame, @Nullable FrameId other, @Nullable PersonId person, ComparedFaces compared) {
        // The same in every gallery, as two faces are compared.
        var threshold = models.thresholds(frame.modelId(), 1).verify();
        return new VerificationAnswer(
                other,
                person,
                compared.similarity().isPresent()
                        ? (Double) compared.similarity().getAsDouble()
                        : null,
                compared.decision(threshold),
                compared.reason(threshold));
    }

    private ComparedFaces compared(VerificationSide first, VerificationSide second) {
        var one = first.embedding();
        var other = second.embedding();
        var areComparable = one != null
                && other != null
                && first.modelId().equals(second.modelId())
                && one.dimension() == other.dimension();
        return areComparable
                ? compared(
                        second.modelId(),
                        new Measured(Objects.requireNonNull(one), first.rawLength()),
                        new Measured(Objects.requireNonNull(other), second.rawLength()))
                : ComparedFaces.NONE;
    }

    private ComparedFaces compared(Embeddings frame, PersonId person) {
        var face = largest(frame);
        if (face.isEmpty() || !isVisible(person, frame.facts().session())) {
            return ComparedFaces.NONE;
        }
        var embedding = EmbeddedFaces.embedding(face.get());
        var model = models.of(frame.modelId());
        var penalty = model.penaltyOf(model.measure(embedding, face.get().rawLength()));
        return ComparedFaces.best(galleries.visibleTo(frame.facts().session()).stream()
                .flatMap(gallery -> gallery.measured(person, frame.modelId()).stream())
                .filter(reference -> reference.embedding().dimension() == embedding.dimension())
                .map(reference ->
                        ComparedFaces.of(embedding.similarity(reference.embedding()), penalty.of(reference.measures())))
                .toList());
    }

    private ComparedFaces compared(String modelId, Measured one, Measured other) {
        var model = models.of(modelId);
        var penalty = model.penaltyOf(model.measure(one.embedding, one.rawLength))
                .of(model.measure(other.embedding, other.rawLength));
        return ComparedFaces.of(one.embedding.similarity(other.embedding), penalty);
    }

    private boolean hasReferences(Embeddings frame, PersonId person) {
        return isVisible(person, frame.facts().session())
                && galleries.visibleTo(frame.facts().session()).stream()
                        .anyMatch(gallery -> gallery.has(person, frame.modelId()));
    }

    /** People of other sessions appear not to exist. */
    private boolean isVisible(PersonId person, SessionId session) {
        return people.find(person)
                .filter(Person::isActive)
                .filter(known -> known.session().isShared() || known.session().equals(session))
                .isPresent();
    }

    private VerificationSide side(Embeddings frame, FrameId other) {
        var face = largest(frame);
        return new VerificationSide(
                frame.facts().id(),
                other,
                frame.facts().session(),
                frame.modelId(),
                face.map(EmbeddedFaces::embedding).orElse(null),
                frame.outcome()
                        .<@Nullable String>fold(faces -> null, Enum::name, (code, message) -> code + ": " + message),
                clock.instant(),
                face.map(EmbeddedFace::rawLength).orElse(null));
    }

    private static Optional<EmbeddedFace> largest(Embeddings frame) {
        return frame.outcome()
                .fold(
                        faces -> faces.largest(EmbeddedFace::face),
                        reason -> Optional.empty(),
                        (code, message) -> Optional.empty());
    }

    private static Outcome<Faces<EmbeddedFace>> otherFailed(FrameId other, @Nullable String loss) {
        return Outcome.failed(
                FailureCode.OTHER_FRAME_FAILED, "the other frame " + other + " of the verification failed: " + loss);
    }

    private static Outcome<Faces<EmbeddedFace>> noSuchPerson(PersonId person) {
        return Outcome.failed(
                FailureCode.NO_SUCH_PERSON,
                "person " + person + " has no comparable references; choose one from the list of people");
    }

    /** An embedding with its length before it was scaled, which may be unknown. */
    private record Measured(Embedding embedding, @Nullable Double rawLength) {}
}
