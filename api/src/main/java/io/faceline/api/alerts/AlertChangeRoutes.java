package io.faceline.api.alerts;

import io.faceline.api.alerts.view.AlertViews;
import io.faceline.api.changes.ChangeResponder;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.PersonId;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Caller;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.PersonDirectory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the admin says of an alert: that it is seen to, is of somebody else, or is right after all. */
final class AlertChangeRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(AlertChangeRoutes.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AlertAccess access;
    private final PersonAccess people;
    private final PersonDirectory directory;
    private final Function<Caller, AlertViews> views;
    private final ChangeAlerts alerts;
    private final ChangeResponder changes;
    private final Executor waiting;

    /** @param waiting runs what waits for Kafka; rejects tasks beyond its capacity */
    AlertChangeRoutes(
            AlertAccess access,
            PersonAccess people,
            PersonDirectory directory,
            Function<Caller, AlertViews> views,
            ChangeAlerts alerts,
            ChangeResponder changes,
            Executor waiting) {
        this.access = access;
        this.people = people;
        this.directory = directory;
        this.views = views;
        this.alerts = alerts;
        this.changes = changes;
        this.waiting = waiting;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(AlertRoutes.ONE + "/acknowledge", this::acknowledge)
                .post(AlertRoutes.ONE + "/correct", this::correct)
                .post(AlertRoutes.ONE + "/restore", this::restore)
                .delete(AlertRoutes.ONE + "/reference", this::deleteReference);
    }

    private void acknowledge(Context context) {
        var caller = access.requireAdmin(context);
        var alert = access.alert(context);
        var said = AlertBody.of(context, Set.of("note", "by"));
        answer(context, caller, () -> alerts.acknowledge(alert, said));
    }

    private void correct(Context context) {
        var caller = access.requireAdmin(context);
        var alert = access.alert(context);
        var said = AlertBody.of(context, Set.of("person", "by"));
        var right = said.person().map(id -> person(id, context)).orElse(null);
        answer(context, caller, () -> alerts.correct(alert, said, right));
    }

    /** Somebody of the shared gallery: nobody else is known where alerts are. */
    private PersonId person(String id, Context context) {
        var person = people.comparable(id, context);
        if (!person.session().isShared()) {
            throw new ProblemException(
                    422, "OTHER_SCOPE", "alerts are about people of the shared gallery, of whom this is none");
        }
        return person.id();
    }

    private void restore(Context context) {
        var caller = access.requireAdmin(context);
        var alert = access.alert(context);
        var said = AlertBody.of(context, Set.of("by"));
        answer(context, caller, () -> alerts.restore(alert, said));
    }

    private void deleteReference(Context context) {
        var caller = access.requireAdmin(context);
        var blamed = views.apply(caller)
                .photo(access.alert(context))
                .orElseThrow(() -> new ProblemException(
                        404, "NO_SUCH_PHOTO", "the alert blames no photo, or none that the person has by now"));
        var photo = blamed.photo().reference();
        var change = new Change.DeletePhoto(ChangeResponder.newId(), blamed.session(), blamed.person(), photo);
        context.future(() -> changes.make(context, change)
                .thenRunAsync(() -> awaitDeleted(blamed), waiting)
                .thenRun(() -> context.status(204)));
    }

    private void awaitDeleted(AlertViews.BlamedPhoto blamed) {
        var isVisible = directory.await(all -> {
            var person = all.get(blamed.person().value());
            return person == null
                    || person.photos().stream().noneMatch(photo -> photo.reference()
                            .equals(blamed.photo().reference()));
        });
        if (!isVisible) {
            throw ChangeResponder.notInTime();
        }
    }

    private void answer(Context context, Caller caller, Supplier<Alert> change) {
        context.future(() -> {
            try {
                return CompletableFuture.supplyAsync(() -> inTime(change), waiting)
                        .thenAccept(alert ->
                                AlertRoutes.answer(context, views.apply(caller).of(alert)));
            } catch (RejectedExecutionException e) {
                throw ProblemException.later(
                        503, "BUSY", "too many changes are being made; try again in a moment", RETRY_AFTER);
            }
        });
    }

    private static Alert inTime(Supplier<Alert> change) {
        try {
            return change.get();
        } catch (CompletionException | WaitTimeoutException e) {
            LOG.warn("event=alert_change_not_written cause=\"{}\"", e.getMessage());
            throw new ProblemException(
                    504, "TIMEOUT", "Kafka did not take the change in time; it may still be made. See /health");
        }
    }
}
