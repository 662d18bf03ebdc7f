package io.faceline.cli.people;

import io.faceline.cli.output.Names;
import io.faceline.cli.photo.PhotoFailure;
import io.faceline.cli.photo.PhotoJob;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Rejection;
import io.faceline.ingest.transport.NotYetVisibleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enrolls photos through the pipeline and returns the result of each, with the reason of a refusal. Not thread-safe. */
public final class Enroller {
    private final PhotoJob job;
    private final Scope scope;
    private final boolean allowLookalike;
    private final boolean allowPoor;
    private final Names names;
    private final List<Pending> pending = new ArrayList<>();
    private long galleryVersion = FrameFacts.ANY_GALLERY;

    /**
     * The result of a photo.
     *
     * @param warning what makes the face of an accepted photo hard to recognise
     */
    public record Enrolled(String name, Path photo, Optional<String> refusal, Optional<String> warning) {
        static Enrolled refused(Pending photo, String refusal) {
            return new Enrolled(photo.name(), photo.photo(), Optional.of(refusal), Optional.empty());
        }
    }

    private record Pending(String name, Path photo, CompletableFuture<Match> answer) {}

    /**
     * @param allowLookalike enrolls faces that are enrolled under another name
     * @param allowPoor enrolls faces that are hard to recognise
     */
    public Enroller(PhotoJob job, Scope scope, boolean allowLookalike, boolean allowPoor, Names names) {
        this.job = job;
        this.scope = scope;
        this.allowLookalike = allowLookalike;
        this.allowPoor = allowPoor;
        this.names = names;
    }

    public void submit(PersonId person, String name, Path photo) {
        var role = new Role.Enrollment(person, name, scope, allowLookalike, allowPoor ? true : null);
        pending.add(new Pending(name, photo, job.submit(photo, role, FrameFacts.ANY_GALLERY)));
    }

    /** Waits for the results of all photos, in the order of submission. */
    public List<Enrolled> await() {
        var results = pending.stream().map(this::await).toList();
        pending.clear();
        return results;
    }

    /** The minimum gallery version of frames to be matched against everything enrolled here. */
    long galleryVersion() {
        return galleryVersion;
    }

    private Enrolled await(Pending photo) {
        try {
            var match = photo.answer().join();
            galleryVersion = Math.max(galleryVersion, match.galleryVersion());
            return new Enrolled(photo.name(), photo.photo(), refusal(match), warning(match));
        } catch (CompletionException e) {
            if (e.getCause() instanceof PhotoFailure failure) {
                return Enrolled.refused(photo, failure.getMessage());
            }
            if (e.getCause() instanceof NotYetVisibleException pending) {
                return Enrolled.refused(photo, pending.getMessage());
            }
            throw e;
        }
    }

    private Optional<String> refusal(Match match) {
        return match.outcome()
                .fold(
                        faces -> refusal(Objects.requireNonNull(
                                match.enrollment(), "the answer to an enrollment carries its result")),
                        reason -> Optional.of("the photo was dropped"),
                        (code, message) -> Optional.of(message));
    }

    private Optional<String> refusal(EnrollmentAnswer answer) {
        if (answer.isAccepted()) {
            return Optional.empty();
        }
        return Optional.of(answer.rejections().stream()
                .map(rejection -> text(rejection, answer))
                .collect(Collectors.joining(", ")));
    }

    private static Optional<String> warning(Match match) {
        return Optional.ofNullable(match.enrollment())
                .filter(EnrollmentAnswer::isAccepted)
                .filter(answer -> answer.weakness() != null)
                .map(answer -> "hard to recognise" + cause(answer.weakness()));
    }

    private String text(Rejection rejection, EnrollmentAnswer answer) {
        var description =
                switch (rejection) {
                    case NO_FACE -> "no face found";
                    case SEVERAL_FACES -> "several faces; crop the photo to the person";
                    case SMALL_FACE -> "the face is too small";
                    case LOW_SHARPNESS -> "the face is blurred";
                    case EXTREME_POSE -> "the face is turned away too far";
                    case LOW_BRIGHTNESS -> "the face is too dark or too bright";
                    case LOW_CONFIDENCE -> "hardly recognisable as a face";
                    case ENROLLED_AS_ANOTHER -> "already enrolled as " + enrolledAs(answer);
                    case PERSON_DELETED -> "the person was deleted";
                    case PHOTO_DELETED -> "this photo was deleted";
                    case SESSION_FULL -> "the session has reached its maximum number of photos";
                    case UNREADABLE -> "the photo cannot be read";
                    case GALLERY_UNAVAILABLE -> "the gallery did not store it in time; try again";
                    case POOR_FACE -> "hard to recognise" + cause(answer.weakness());
                    case UNRECOGNISABLE -> "not to be recognised" + cause(answer.weakness());
                    case UNKNOWN -> "for a reason that this version does not know";
                };
        return description + " (" + rejection.name() + ")";
    }

    private static String cause(@Nullable Weakness weakness) {
        return weakness == null
                ? ""
                : switch (weakness) {
                    case TURNED -> ": the face is turned; turn the photo upright";
                    case COVERED -> ": the face is covered, as by a mask";
                    case COVERED_EYES -> ": the eyes are covered, as by sunglasses";
                    case UNCLEAR -> ": the face is blurred, dark or small";
                    case UNKNOWN -> "";
                };
    }

    private String enrolledAs(EnrollmentAnswer answer) {
        return answer.enrolledAs() == null ? "somebody else" : names.of(answer.enrolledAs());
    }
}
