package io.faceline.ingest.photo;

import io.faceline.contracts.Blob;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.PersonAccess;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/verify}: decides whether the largest faces of two images belong to the same person, or whether the
 * largest face of one image belongs to {@code person}.
 */
public final class VerifyRoutes implements Routes {
    private final SessionResolver sessions;
    private final FrameRequests frames;
    private final ImageAdmission admission;
    private final PersonAccess people;

    /**
     * The response.
     *
     * @param threshold the minimum similarity of a match in a verification, which differs from that of an identification
     * @param reason see {@link VerificationAnswer}
     * @param faces the largest face of each image, with the size of the image
     */
    record Verified(
            boolean isSame,
            Decision decision,
            @OmittedIfAbsent @Nullable Reason reason,
            double similarity,
            double threshold,
            String modelId,
            List<LargestFace> faces) {}

    record LargestFace(int imageWidth, int imageHeight, Face face) {}

    public VerifyRoutes(SessionResolver sessions, FrameRequests frames, ImageAdmission admission, PersonAccess people) {
        this.sessions = sessions;
        this.frames = frames;
        this.admission = admission;
        this.people = people;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/verify", this::verify);
    }

    private void verify(Context context) {
        var request = ImageRequest.of(context);
        var person = request.field("person");
        if (person.isPresent()) {
            var id = people.comparable(person.get(), context).id();
            verify(context, FrameRequests.Asker.of(sessions.of(context), context), request.exactly(1), id);
        } else {
            verify(context, request.exactly(2));
        }
    }

    private void verify(Context context, FrameRequests.Asker asker, List<Blob> images, PersonId person) {
        var role = new Role.VerifyPerson(person);
        context.future(() -> admission
                .inTurn(context, images.get(0), accepted -> frames.ask(asker, role, accepted))
                .thenAccept(match -> context.json(verified(match, List.of(match)))));
    }

    /** Sends two frames of one session, each of which refers to the other. */
    private void verify(Context context, List<Blob> images) {
        var asker = FrameRequests.Asker.of(sessions.anonymous(), context);
        var ids = List.of(FrameRequests.newId(), FrameRequests.newId());
        context.future(() -> admission
                .inTurn(
                        context,
                        images,
                        (i, image) -> frames.ask(ids.get(i), asker, new Role.VerifyFrame(ids.get(1 - i)), image))
                .thenAccept(matches -> context.json(verified(matches.get(0), matches.get(1)))));
    }

    /** The frame that reached the matcher last carries the answer. */
    private static Verified verified(Match one, Match other) {
        return verified(one.verification() != null ? one : other, List.of(one, other));
    }

    private static Verified verified(Match answer, List<Match> all) {
        var verification = Optional.ofNullable(answer.verification())
                .orElseThrow(() -> new IllegalStateException("no verification in the answer to frame "
                        + answer.facts().id()));
        var faces = all.stream().map(VerifyRoutes::largest).toList();
        return new Verified(
                verification.decision() == Decision.MATCH,
                verification.decision(),
                verification.reason(),
                similarity(verification),
                answer.thresholds().verify(),
                answer.modelId(),
                faces);
    }

    private static double similarity(VerificationAnswer verification) {
        @Nullable Double similarity = verification.similarity();
        if (similarity == null) {
            throw new ProblemException(422, "NO_REFERENCE", "the person has no usable photo to compare with");
        }
        return similarity;
    }

    private static LargestFace largest(Match match) {
        return match.outcome().fold(VerifyRoutes::largest, reason -> none(), (code, message) -> none());
    }

    private static LargestFace largest(Faces<MatchedFace> faces) {
        return faces.largest(MatchedFace::face)
                .map(largest -> new LargestFace(faces.imageWidth(), faces.imageHeight(), largest.face()))
                .orElseGet(VerifyRoutes::none);
    }

    private static LargestFace none() {
        throw new ProblemException(422, "NO_FACE", "an image shows no face: send one with a face");
    }
}
