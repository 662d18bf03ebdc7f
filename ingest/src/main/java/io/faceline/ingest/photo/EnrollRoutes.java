package io.faceline.ingest.photo;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.PersonName;
import io.faceline.contracts.person.Rejection;
import io.faceline.ingest.transport.NotYetVisibleException;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.SessionPhotos;
import io.faceline.web.idempotency.RequestIds;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/people} enrolls a person with one or more photos, {@code POST /api/v1/people/{id}/photos} adds
 * photos to a person. People belong to the caller's session, or with {@code scope=shared} and the admin token to the
 * shared gallery. Frames sent after the answer are matched against them.
 */
public final class EnrollRoutes implements Routes {
    private static final int MAX_PHOTOS = ImageRequest.MAX_IMAGES;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int CREATED = 201;
    /** The photos are stored; lists and answers do not show them yet. */
    private static final int ACCEPTED = 202;

    private final Access access;
    private final FrameRequests frames;
    private final ImageAdmission admission;
    private final PersonAccess people;
    private final SessionPhotos photos;

    /**
     * @param isVisible false if the photo is stored and cannot be read yet
     * @param enrolledAs see {@link EnrollmentAnswer}
     * @param weakness see {@link EnrollmentAnswer}
     */
    record EnrolledPhoto(
            @Nullable ReferenceId id,
            boolean isAccepted,
            boolean isVisible,
            List<Rejection> rejections,
            @Nullable PersonId enrolledAs,
            @OmittedIfAbsent @Nullable Weakness weakness) {}

    record Enrolled(PersonId id, String name, Scope scope, List<EnrolledPhoto> photos) {}

    private record Answer(Match match, boolean isVisible) {
        static Answer of(@Nullable Match match, @Nullable Throwable failure) {
            if (match != null) {
                return new Answer(match, true);
            }
            var cause = Throwables.ofFuture(Objects.requireNonNull(failure, "a future has a value or a failure"));
            if (cause instanceof NotYetVisibleException pending) {
                return new Answer(pending.match(), false);
            }
            throw new CompletionException(cause);
        }
    }

    /** The person to enroll and the target session. */
    private record Enrollee(PersonId id, String name, SessionId session, boolean allowLookalike, boolean allowPoor) {
        static Enrollee of(PersonId id, String name, SessionId session, ImageRequest request) {
            return new Enrollee(id, name, session, allows(request, "allowLookalike"), allows(request, "allowPoor"));
        }

        private static boolean allows(ImageRequest request, String field) {
            return request.field(field).filter("true"::equals).isPresent();
        }

        Scope scope() {
            return session.isShared() ? Scope.SHARED : Scope.SESSION;
        }

        Role role() {
            return new Role.Enrollment(id, name, scope(), allowLookalike, allowPoor ? true : null);
        }
    }

    /** @param photos of all sessions */
    public EnrollRoutes(
            Access access, FrameRequests frames, ImageAdmission admission, PersonAccess people, SessionPhotos photos) {
        this.photos = photos;
        this.access = access;
        this.frames = frames;
        this.admission = admission;
        this.people = people;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/people", this::add);
        routes.post("/api/v1/people/{id}/photos", this::addPhotos);
    }

    private void add(Context context) {
        var request = ImageRequest.of(context);
        var session = target(context, request);
        var name = requireValid(request.field("name").orElse("").strip());
        var person = new PersonId(RequestIds.of(context).id("person").toString());
        enroll(context, request, Enrollee.of(person, name, session, request));
    }

    private void addPhotos(Context context) {
        var request = ImageRequest.of(context);
        var person = people.extensible(context.pathParam("id"), context);
        // It may have been stored before names had rules; then the person must be renamed first.
        requireValid(person.name());
        enroll(context, request, Enrollee.of(person.id(), person.name(), person.session(), request));
    }

    private SessionId target(Context context, ImageRequest request) {
        var scope = request.field("scope").orElse("session");
        return switch (scope) {
            case "session" -> access.session(context);
            case "shared" -> {
                access.requireAdmin(context);
                yield SessionId.SHARED;
            }
            default -> throw new ProblemException(400, "BAD_REQUEST", "scope must be \"session\" or \"shared\"");
        };
    }

    private static String requireValid(String name) {
        PersonName.fault(name).ifPresent(fault -> {
            throw new ProblemException(422, "BAD_NAME", fault);
        });
        return name;
    }

    private void enroll(Context context, ImageRequest request, Enrollee enrollee) {
        var images = request.between(1, MAX_PHOTOS);
        if (!enrollee.session().isShared()) {
            photos.require(context, enrollee.session(), images.size());
        }
        var ids = RequestIds.of(context);
        var asker = FrameRequests.Asker.of(enrollee.session(), context);
        var photos = IntStream.range(0, images.size())
                .mapToObj(i -> FrameId.of("request-" + ids.id("photo " + i), 0))
                .toList();
        context.future(() -> admission
                .inTurn(context, images, (i, image) -> frames.ask(photos.get(i), asker, enrollee.role(), image)
                        .handle(Answer::of))
                .thenAccept(answers -> answer(context, enrollee, answers)));
    }

    private void answer(Context context, Enrollee enrollee, List<Answer> answers) {
        var photos = answers.stream().map(EnrollRoutes::photo).toList();
        if (photos.stream().noneMatch(EnrolledPhoto::isAccepted)) {
            requireGallery(photos);
            throw new ProblemException(422, "NOT_ENROLLED", "no photo was accepted: " + reasons(photos))
                    .with("photos", photos);
        }
        if (enrollee.session().isShared()) {
            answers.forEach(answer -> frames.requireGalleryVersion(answer.match.galleryVersion()));
        }
        var isVisible = photos.stream().allMatch(EnrolledPhoto::isVisible);
        context.status(isVisible ? CREATED : ACCEPTED)
                .header("Location", "/api/v1/people/" + enrollee.id())
                .json(new Enrolled(enrollee.id(), enrollee.name(), enrollee.scope(), photos));
    }

    /** Temporary, unlike the reasons that lie in a photo: the same request may succeed in a moment. */
    private static void requireGallery(List<EnrolledPhoto> photos) {
        if (photos.stream().anyMatch(photo -> photo.rejections().contains(Rejection.GALLERY_UNAVAILABLE))) {
            throw ProblemException.later(
                    503, "NOT_READY", "the gallery is not available yet; try again in a moment", RETRY_AFTER);
        }
    }

    private static EnrolledPhoto photo(Answer answer) {
        EnrollmentAnswer enrollment =
                Objects.requireNonNull(answer.match.enrollment(), "the answer to an enrollment carries its result");
        return new EnrolledPhoto(
                enrollment.reference(),
                enrollment.isAccepted(),
                answer.isVisible,
                enrollment.rejections(),
                enrollment.enrolledAs(),
                enrollment.weakness());
    }

    private static String reasons(List<EnrolledPhoto> photos) {
        return photos.stream()
                .map(photo -> photo.rejections().stream().map(Rejection::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
