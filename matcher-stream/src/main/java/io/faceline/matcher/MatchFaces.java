package io.faceline.matcher;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Rejection;
import io.faceline.matcher.decision.EmbeddedFaces;
import io.faceline.matcher.decision.Identify;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.decision.Verify;
import io.faceline.matcher.enrollment.Enroll;
import io.faceline.matcher.people.Galleries;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Produces the match of a frame: exactly one answer for every frame, whatever its role and outcome. */
final class MatchFaces {
    private final Galleries galleries;
    private final Models models;
    private final Identify identify;
    private final Verify verify;
    private final Enroll enroll;
    private final InstantSource clock;

    MatchFaces(
            Galleries galleries, Models models, Identify identify, Verify verify, Enroll enroll, InstantSource clock) {
        this.galleries = galleries;
        this.models = models;
        this.identify = identify;
        this.verify = verify;
        this.enroll = enroll;
        this.clock = clock;
    }

    Match match(Embeddings frame) {
        var role = frame.facts().role();
        if (role instanceof Role.Detect) {
            return unsearched(frame, frame.outcome().then(MatchFaces::unidentified), null);
        }
        if (!role.isKnown()) {
            return unsearched(frame, frame.outcome().then(faces -> Outcome.unknownRole()), null);
        }
        return match(comparable(frame), role);
    }

    /** Answers a frame of a session that has ended: nothing is searched, and nothing stored. */
    Match refuse(Embeddings frame) {
        var refused = frame.outcome()
                .<Faces<MatchedFace>>then(faces -> Outcome.failed(
                        FailureCode.SESSION_ENDED,
                        "the session has ended: create a new one, and send the frame again"));
        var enrollment = frame.facts().role() instanceof Role.Enrollment role
                ? EnrollmentAnswer.rejected(role.person(), List.of(Rejection.UNREADABLE))
                : null;
        return unsearched(frame, refused, enrollment);
    }

    private Match match(Embeddings frame, Role role) {
        var isStale = !galleries.shared().awaitVersion(frame.facts().minGalleryVersion());
        // Of the gallery that decides: an enrollment adds to it.
        var people = galleries.countPeople(frame.facts().session());
        return match(frame, role, isStale, people);
    }

    /** @param people number of people that are searched */
    private Match match(Embeddings frame, Role role, boolean isStale, int people) {
        if (role instanceof Role.Probe) {
            return answer(frame, identified(frame, frame.outcome(), isStale, people), people, null, null);
        }
        if (role instanceof Role.VerifyFrame pair) {
            return verified(frame, verify.verify(frame, pair), isStale, people);
        }
        if (role instanceof Role.VerifyPerson person) {
            return verified(frame, verify.verify(frame, person), isStale, people);
        }
        if (role instanceof Role.Enrollment enrollment) {
            // Identified before the enrollment, which would match the face with itself.
            var outcome = identified(frame, frame.outcome(), isStale, people);
            return answer(frame, outcome, people, enroll.enroll(frame, enrollment), null);
        }
        throw new IllegalStateException("Role is sealed: " + role);
    }

    private Match verified(Embeddings frame, Verify.Result result, boolean isStale, int people) {
        return answer(frame, identified(frame, result.outcome(), isStale, people), people, null, result.answer());
    }

    private Outcome<Faces<MatchedFace>> identified(
            Embeddings frame, Outcome<Faces<EmbeddedFace>> outcome, boolean isStale, int people) {
        return outcome.then(faces -> Outcome.made(identify.identify(frame, faces, people, isStale)));
    }

    /** Fails a frame whose embeddings cannot be compared with the gallery. */
    private Embeddings comparable(Embeddings frame) {
        return new Embeddings(
                frame.facts(), frame.modelId(), frame.outcome().then(faces -> comparable(frame.modelId(), faces)));
    }

    private Outcome<Faces<EmbeddedFace>> comparable(String modelId, Faces<EmbeddedFace> faces) {
        var model = models.find(modelId);
        if (model.isEmpty()) {
            return unknownModel("the matcher's catalog has no model " + modelId
                    + "; configure the same models for the matcher and the embedder (FACELINE_MODELS)");
        }
        var dimension = model.get().dimension();
        var isComparable = faces.faces().stream()
                .allMatch(face -> EmbeddedFaces.embedding(face).dimension() == dimension);
        return isComparable
                ? Outcome.made(faces)
                : unknownModel("an embedding of " + modelId + " must have " + dimension + " numbers");
    }

    private static Outcome<Faces<EmbeddedFace>> unknownModel(String message) {
        return Outcome.failed(FailureCode.UNKNOWN_MODEL, message);
    }

    private static Outcome<Faces<MatchedFace>> unidentified(Faces<EmbeddedFace> faces) {
        return Outcome.made(faces.with(faces.faces().stream()
                .map(face -> new MatchedFace(face.face(), null))
                .toList()));
    }

    /** The answer for a frame for which no session's people were searched. */
    private Match unsearched(
            Embeddings frame, Outcome<Faces<MatchedFace>> outcome, @Nullable EnrollmentAnswer enrollment) {
        var people = galleries.shared().gallery().countPeople();
        return answer(frame, outcome, people, enrollment, null);
    }

    private Match answer(
            Embeddings frame,
            Outcome<Faces<MatchedFace>> outcome,
            int people,
            @Nullable EnrollmentAnswer enrollment,
            @Nullable VerificationAnswer verification) {
        return new Match(
                frame.facts(),
                outcome,
                frame.modelId(),
                frame.facts().over(models.thresholds(frame.modelId(), people)),
                galleries.shared().version(),
                clock.instant(),
                enrollment,
                verification);
    }
}
