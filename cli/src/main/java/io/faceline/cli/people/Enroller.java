package io.faceline.cli.people;

import io.faceline.cli.output.Names;
import io.faceline.cli.photo.PhotoFailure;
import io.faceline.cli.photo.PhotoJob;
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

/** Enrolls photos through the pipeline and returns the result of each, with the reason of a refusal. Not thread-safe. */
public final class Enroller {
    private final PhotoJob job;
    private final Scope scope;
    private final boolean allowLookalike;
    private final Names names;
    private final List<Pending> pending = new ArrayList<>();
    private long galleryVersion = FrameFacts.ANY_GALLERY;

    /** The result of a photo. */
    public record Enrolled(String name, Path photo, Optional<String> refusal) {}

    private record Pending(String name, Path photo, CompletableFuture<Match> answer) {}

    public Enroller(PhotoJob job, Scope scope, boolean allowLookalike, Names names) {
        this.job = job;
        this.scope = scope;
        this.allowLookalike = allowLookalike;
        this.names = names;
    }

    public void submit(PersonId person, String name, Path photo) {
        var role = new Role.Enrollment(person, name, scope, allowLookalike);
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
            return new Enrolled(photo.name(), photo.photo(), refusal(match));
        } catch (CompletionException e) {
            if (e.getCause() instanceof PhotoFailure failure) {
                return new Enrolled(photo.name(), photo.photo(), Optional.of(failure.getMessage()));
            }
            if (e.getCause() instanceof NotYetVisibleException pending) {
                return new Enrolled(photo.name(), photo.photo(), Optional.of(pending.getMessage()));
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
                    case UNKNOWN -> "for a reason that this version does not know";
                };
        return description + " (" + rejection.name() + ")";
    }

    private String enrolledAs(EnrollmentAnswer answer) {
        return answer.enrolledAs() == null ? "somebody else" : names.of(answer.enrolledAs());
    }
}
