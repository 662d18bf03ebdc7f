package io.faceline.ingest.photo;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonName;
import io.faceline.contracts.person.Rejection;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.idempotency.RequestIds;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/people} adds a person with one photo or more, {@code POST /api/v1/people/{id}/photos} adds photos to
 * one. To the caller's own people, or with {@code scope=shared} and the admin token to the shared gallery. When the answer
 * comes, the next frame is searched against them.
 */
public final class EnrollRoutes implements Routes {
    private static final int MAX_PHOTOS = 20;

    private final Access access;
    private final FrameRequests frames;
    private final ImageAdmission taken;
    private final PersonAccess people;
    private final Function<String, Optional<Person>> written;

    /** @param enrolledAs whom the face belongs to already, with {@link Rejection#ENROLLED_AS_ANOTHER} */
    record EnrolledPhoto(
            @Nullable ReferenceId id,
            boolean isAccepted,
            List<Rejection> rejections,
            @Nullable PersonId enrolledAs) {}

    record Enrolled(PersonId id, String name, Scope scope, List<EnrolledPhoto> photos) {}

    /** Who is to be enrolled, and where. */
    private record Enrollee(PersonId id, String name, SessionId session, boolean allowLookalike) {
        Scope scope() {
            return session.isShared() ? Scope.SHARED : Scope.SESSION;
        }

        Role role() {
            return new Role.Enrollment(id, name, scope(), allowLookalike);
        }
    }

    /** @param written awaits that a person who was just enrolled is known here by name */
    public EnrollRoutes(
            Access access,
            FrameRequests frames,
            ImageAdmission taken,
            PersonAccess people,
            Function<String, Optional<Person>> written) {
        this.written = written;
        this.access = access;
        this.frames = frames;
        this.taken = taken;
        this.people = people;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/people", this::add);
        routes.post("/api/v1/people/{id}/photos", this::addPhotos);
    }

    private void add(Context context) {
        var asked = ImageRequest.of(context);
        var session = target(context, asked);
        var name = checked(asked.field("name").orElse("").strip());
        var person = new PersonId(RequestIds.of(context).id("person").toString());
        enroll(context, asked, new Enrollee(person, name, session, allowsLookalike(asked)));
    }

    private void addPhotos(Context context) {
        var asked = ImageRequest.of(context);
        var person = people.extensible(context.pathParam("id"), context);
        enroll(context, asked, new Enrollee(person.id(), person.name(), person.session(), allowsLookalike(asked)));
    }

    private SessionId target(Context context, ImageRequest asked) {
        var scope = asked.field("scope").orElse("session");
        return switch (scope) {
            case "session" -> access.session(context);
            case "shared" -> {
                access.requireAdmin(context);
                yield SessionId.SHARED;
            }
            default -> throw new ProblemException(400, "BAD_REQUEST", "scope is \"session\" or \"shared\"");
        };
    }

    private static String checked(String name) {
        PersonName.fault(name).ifPresent(fault -> {
            throw new ProblemException(422, "BAD_NAME", fault);
        });
        return name;
    }

    private static boolean allowsLookalike(ImageRequest asked) {
        return asked.field("allowLookalike").filter("true"::equals).isPresent();
    }

    private void enroll(Context context, ImageRequest asked, Enrollee enrollee) {
        var images = asked.between(1, MAX_PHOTOS);
        var ids = RequestIds.of(context);
        context.future(() -> taken.inTurn(context, images, accepted -> ask(enrollee, ids, accepted))
                .thenAccept(matches -> answer(context, enrollee, matches)));
    }

    private CompletableFuture<List<Match>> ask(Enrollee enrollee, RequestIds ids, List<Blob> images) {
        var answers = IntStream.range(0, images.size())
                .mapToObj(i -> frames.ask(
                        FrameId.of("request-" + ids.id("photo " + i), 0),
                        enrollee.session(),
                        enrollee.role(),
                        images.get(i)))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> answers.stream().map(CompletableFuture::join).toList());
    }

    private void answer(Context context, Enrollee enrollee, List<Match> matches) {
        var photos = matches.stream().map(EnrollRoutes::photo).toList();
        if (photos.stream().noneMatch(EnrolledPhoto::isAccepted)) {
            throw new ProblemException(422, "NOT_ENROLLED", "no photo was taken: " + reasons(photos))
                    .with("photos", photos);
        }
        var version = matches.stream().mapToLong(Match::galleryVersion).max().orElseThrow();
        if (enrollee.session().isShared()) {
            frames.sees(version);
        }
        var unused = written.apply(enrollee.id().value());
        context.status(201)
                .header("Location", "/api/v1/people/" + enrollee.id())
                .json(new Enrolled(enrollee.id(), enrollee.name(), enrollee.scope(), photos));
    }

    private static EnrolledPhoto photo(Match match) {
        EnrollmentAnswer answer = Objects.requireNonNull(match.enrollment(), "an enrollment is answered as one");
        return new EnrolledPhoto(answer.reference(), answer.isAccepted(), answer.rejections(), answer.enrolledAs());
    }

    private static String reasons(List<EnrolledPhoto> photos) {
        return photos.stream()
                .map(photo -> photo.rejections().stream().map(Rejection::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
