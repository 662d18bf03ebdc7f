package io.faceline.api.alerts.view;

import io.faceline.api.alerts.table.AlertReaders;
import io.faceline.api.alerts.table.BlamedReference;
import io.faceline.api.alerts.view.AlertView.AlertList;
import io.faceline.api.alerts.view.AlertView.AlertPerson;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.web.access.Caller;
import io.faceline.web.view.PersonNames;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the views of alerts for one caller. Thread-safe. */
public final class AlertViews {
    public static final String PATH = "/api/v1/alerts";

    private final AlertReaders known;
    private final UnaryOperator<String> sourceNames;
    private final PersonNames names;
    private final boolean isAdmin;

    /**
     * @param sourceNames the name of a source, such as of a camera
     * @param names of all people
     */
    public AlertViews(AlertReaders known, UnaryOperator<String> sourceNames, PersonNames names, Caller caller) {
        this.known = known;
        this.sourceNames = sourceNames;
        this.names = names.listing(caller.seesSharedGallery());
        this.isAdmin = caller.isAdmin();
    }

    public AlertView of(Alert alert) {
        var visible = VisibleAlert.of(alert, hidden(Decision.MATCH), hidden(Decision.UNCERTAIN));
        var rule = known.rule(alert.rule());
        return new AlertView(
                visible,
                rule.map(AlertRule::name).orElse(null),
                person(visible),
                visible.was() == null
                        ? null
                        : named(visible.was(), Decision.MATCH).orElse(null),
                visible.source() == null ? null : sourceNames.apply(visible.source()),
                visible.scope()
                        .group()
                        .flatMap(known::group)
                        .map(group -> group.name())
                        .orElse(null),
                rule.flatMap(AlertViews::list)
                        .flatMap(known::list)
                        .map(AlertList::of)
                        .orElse(null),
                picture(alert),
                referencePicture(visible));
    }

    private Predicate<PersonId> hidden(Decision decision) {
        return person -> named(person, decision).isEmpty();
    }

    private Optional<AlertPerson> named(PersonId id, Decision decision) {
        return names.find(id, SessionId.SHARED, decision).map(person -> new AlertPerson(person.id(), person.name()));
    }

    /** Whom the alert is about, by the id that they have now; empty if nobody. */
    public Optional<PersonId> personOf(Alert alert) {
        return VisibleAlert.person(alert).flatMap(names::current);
    }

    private @Nullable AlertPerson person(Alert alert) {
        var decision = alert.subject().person().isPresent() || alert.identity() == null
                ? Decision.MATCH
                : alert.identity().decision();
        return VisibleAlert.person(alert).flatMap(id -> named(id, decision)).orElse(null);
    }

    /** The list that a rule names. */
    public static Optional<ListId> list(AlertRule rule) {
        if (rule.who() instanceof RuleSubject.Listed listed) {
            return Optional.of(listed.list());
        }
        if (rule.who() instanceof RuleSubject.NotListed others) {
            return Optional.of(others.list());
        }
        if (rule.who() instanceof RuleSubject.Together together) {
            return Optional.of(together.list());
        }
        return rule.who() instanceof RuleSubject.Absent absent ? Optional.ofNullable(absent.list()) : Optional.empty();
    }

    private @Nullable String picture(Alert alert) {
        return isAdmin && mayShowPicture(alert) ? PATH + "/" + alert.id() + "/picture" : null;
    }

    /** Whether the alert has a picture, of nobody who was deleted. */
    public boolean mayShowPicture(Alert alert) {
        return known.pictures().has(alert.id().value())
                && !alert.subject().equals(AlertSubject.ERASED)
                && VisibleAlert.person(alert).filter(this::isDeleted).isEmpty();
    }

    private boolean isDeleted(PersonId person) {
        return names.current(person).isEmpty();
    }

    private @Nullable String referencePicture(Alert alert) {
        return isAdmin && photo(alert).isPresent() ? PATH + "/" + alert.id() + "/reference-picture" : null;
    }

    /** The photo that the alert blames, and whose it is by now; empty if it is gone. */
    public Optional<BlamedPhoto> photo(Alert alert) {
        return BlamedReference.of(alert).flatMap(this::photo);
    }

    private Optional<BlamedPhoto> photo(BlamedReference blamed) {
        return names.find(blamed.person(), SessionId.SHARED).flatMap(person -> person.photos().stream()
                .filter(photo -> photo.reference().equals(blamed.reference()))
                .findFirst()
                .map(photo -> new BlamedPhoto(person.id(), person.session(), photo)));
    }

    /** @param session of the person */
    public record BlamedPhoto(PersonId person, SessionId session, PersonPhoto photo) {}
}
