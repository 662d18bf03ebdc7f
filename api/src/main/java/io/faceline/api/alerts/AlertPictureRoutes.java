package io.faceline.api.alerts;

import io.faceline.alerting.message.PictureLink;
import io.faceline.api.alerts.table.AlertReaders;
import io.faceline.api.alerts.view.AlertViews;
import io.faceline.api.lists.ListParameters;
import io.faceline.api.people.PhotoDirectory;
import io.faceline.contracts.Blob;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Caller;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * {@code GET /api/v1/alerts/{id}/picture}, for the admin and for who has a signed link, and {@code /reference-picture}, for the
 * admin. A link ends with its time, its receiver and the picture.
 */
final class AlertPictureRoutes implements Routes {
    /** No link may hold for longer, whoever signed it; the clock of who did may be ahead. */
    private static final Duration LONGEST = PictureLink.VALID.plus(Duration.ofMinutes(5));

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    /** Whose views a link shows no more than. */
    private static final Caller ADMIN = new Caller(Optional.empty(), true, true);

    private final AlertAccess access;
    private final AlertReaders known;
    private final AlertViews views;
    private final PhotoDirectory photos;
    private final PictureLinks links;
    private final InstantSource clock;
    private final Executor reading;

    /** @param reading runs what waits for Kafka; rejects tasks beyond its capacity */
    AlertPictureRoutes(
            AlertAccess access,
            AlertReaders known,
            Function<Caller, AlertViews> views,
            PhotoDirectory photos,
            PictureLinks links,
            InstantSource clock,
            Executor reading) {
        this.access = access;
        this.known = known;
        this.views = views.apply(ADMIN);
        this.photos = photos;
        this.links = links;
        this.clock = clock;
        this.reading = reading;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(AlertRoutes.ONE + "/picture", this::picture)
                .get(AlertRoutes.ONE + "/reference-picture", this::reference);
    }

    private void picture(Context context) {
        var alert = context.queryParam("signature") == null ? alertOfAdmin(context) : alertOfLink(context);
        context.future(() -> {
            try {
                return CompletableFuture.supplyAsync(() -> read(alert), reading)
                        .thenAccept(jpeg -> answer(context, jpeg));
            } catch (RejectedExecutionException e) {
                throw ProblemException.later(
                        503, "BUSY", "too many pictures are being read; try again in a moment", RETRY_AFTER);
            }
        });
    }

    private Alert alertOfAdmin(Context context) {
        access.requireAdmin(context);
        return access.alert(context);
    }

    /** Whoever has no right link learns nothing, not even whether there is an alert. */
    private Alert alertOfLink(Context context) {
        access.requireRead();
        var receiver = ReceiverId.parse(required(context, "receiver")).orElseThrow(AlertPictureRoutes::wrongLink);
        var expires = expires(context);
        var id = AlertId.parse(context.pathParam("id")).orElseThrow(AlertPictureRoutes::wrongLink);
        if (!links.isSigned(id, receiver, expires, required(context, "signature"))) {
            throw wrongLink();
        }
        var now = clock.instant();
        if (!now.isBefore(expires) || now.plus(LONGEST).isBefore(expires)) {
            throw new ProblemException(
                    403, "LINK_EXPIRED", "the link has expired; a newer message of the alert has another");
        }
        if (!known.getsPictures(receiver)) {
            throw wrongLink();
        }
        return access.alert(context);
    }

    private static String required(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElseThrow(AlertPictureRoutes::wrongLink);
    }

    /** Seconds since the epoch. */
    private static Instant expires(Context context) {
        var text = required(context, "expires");
        if (!SECONDS.matcher(text).matches()) {
            throw ListParameters.invalid("expires", "a whole number of seconds since 1970");
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    private static ProblemException wrongLink() {
        return new ProblemException(
                403, "WRONG_LINK", "the link is not signed by this server, or its receiver gets no pictures any more");
    }

    private Blob read(Alert alert) {
        if (!views.mayShowPicture(alert)) {
            throw noSuchPicture();
        }
        try {
            return known.pictures().find(alert.id().value()).orElseThrow(AlertPictureRoutes::noSuchPicture);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private void reference(Context context) {
        var alert = alertOfAdmin(context);
        var crop = views.photo(alert)
                .flatMap(blamed -> photos.crop(blamed.session(), blamed.photo()))
                .orElseThrow(AlertPictureRoutes::noSuchPicture);
        answer(context, crop);
    }

    private static ProblemException noSuchPicture() {
        return new ProblemException(404, "NO_SUCH_PICTURE", "the alert has no such picture, or none any more");
    }

    private static void answer(Context context, Blob jpeg) {
        AlertRoutes.keepPrivate(context).contentType("image/jpeg").result(jpeg.inputStream());
    }
}
