package io.faceline.alerting.judge;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.faceline.contracts.alert.Acknowledgement;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.track.TrackShot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The next revision of an alert, before the {@link AlertLedger} writes it. Not thread-safe. */
public final class AlertDraft {
    private final AlertId id;
    private final RuleId rule;
    private final AlertKind kind;
    private final Instant openedAt;
    private final Set<String> about;
    private RulePriority priority;
    private long ruleRevision;
    private String zone;
    private AlertSubject subject;
    private AlertScope scope;
    private @Nullable String source;
    private final List<String> tracks;
    private Instant firstSeen;
    private Instant lastSeen;
    private double secondsInView;
    private @Nullable AlertIdentity identity;
    private @Nullable TrackShot shot;
    private long count;
    private int level;
    private @Nullable Acknowledgement acknowledged;
    private @Nullable AlertId replaces;
    private @Nullable PersonId was;
    private boolean isFilm;

    /** A new one, opened now. */
    AlertDraft(
            AlertRule rule,
            AlertId id,
            AlertKind kind,
            AlertSubject subject,
            AlertScope scope,
            Instant at,
            Instant now) {
        this.id = id;
        this.rule = rule.id();
        this.kind = kind;
        this.subject = subject;
        this.scope = scope;
        about = new LinkedHashSet<>();
        tracks = new ArrayList<>();
        firstSeen = at;
        lastSeen = at;
        openedAt = now;
        priority = rule.priority();
        ruleRevision = rule.revision();
        zone = rule.zone();
    }

    /** The revision after this one. */
    AlertDraft(AlertNote note) {
        var alert = note.alert();
        id = alert.id();
        rule = alert.rule();
        kind = alert.kind();
        openedAt = alert.openedAt();
        about = new LinkedHashSet<>(note.about());
        priority = alert.priority();
        ruleRevision = alert.ruleRevision();
        zone = alert.zone();
        subject = alert.subject();
        scope = alert.scope();
        source = alert.source();
        tracks = new ArrayList<>(alert.tracks());
        firstSeen = alert.firstSeen();
        lastSeen = alert.lastSeen();
        secondsInView = alert.secondsInView();
        identity = alert.identity();
        shot = alert.shot();
        count = alert.count();
        level = alert.level();
        acknowledged = alert.acknowledged();
        replaces = alert.replaces();
        was = alert.was();
        isFilm = note.isFilm();
    }

    public AlertId id() {
        return id;
    }

    public AlertSubject subject() {
        return subject;
    }

    AlertScope scope() {
        return scope;
    }

    @Nullable
    String source() {
        return source;
    }

    public boolean isFilm() {
        return isFilm;
    }

    /** Where it was last seen; empty if it was at no source. */
    public Optional<SessionId> session() {
        return about.stream().flatMap(one -> About.session(one).stream()).reduce((before, after) -> after);
    }

    public long count() {
        return count;
    }

    Instant lastSeen() {
        return lastSeen;
    }

    /** Whom and what the alert concerns. */
    List<String> about() {
        subject.person().map(About::of).ifPresent(about::add);
        if (identity != null && identity.person() != null) {
            about.add(About.of(identity.person()));
        }
        if (was != null) {
            about.add(About.of(was));
        }
        return List.copyOf(about);
    }

    /**
     * Where it was last seen.
     *
     * @param ofFilm whether its looks have the time of a film, and are never late
     */
    @CanIgnoreReturnValue
    public AlertDraft at(String where, SessionId session, boolean ofFilm) {
        source = where;
        about.add(About.source(where));
        about.add(About.of(session));
        isFilm = ofFilm;
        return this;
    }

    /** Adds a track; of more than {@link Alert#MAX_TRACKS} the first and the newest stay. */
    @CanIgnoreReturnValue
    public AlertDraft track(String track) {
        if (!tracks.contains(track)) {
            tracks.add(track);
            if (tracks.size() > Alert.MAX_TRACKS) {
                tracks.remove(1);
            }
        }
        return this;
    }

    /** Removes tracks, but not the one that opened it. */
    @CanIgnoreReturnValue
    public AlertDraft withoutTracks(Predicate<String> gone) {
        var first = tracks.isEmpty() ? "" : tracks.get(0);
        tracks.removeIf(track -> !track.equals(first) && gone.test(track));
        return this;
    }

    @CanIgnoreReturnValue
    public AlertDraft seen(Instant first, Instant last, double seconds) {
        firstSeen = first;
        lastSeen = last;
        secondsInView = seconds;
        return this;
    }

    @CanIgnoreReturnValue
    public AlertDraft identity(@Nullable AlertIdentity who) {
        identity = who;
        return this;
    }

    @CanIgnoreReturnValue
    public AlertDraft shot(@Nullable TrackShot best) {
        shot = best;
        return this;
    }

    @CanIgnoreReturnValue
    public AlertDraft count(long counted) {
        count = counted;
        return this;
    }

    @CanIgnoreReturnValue
    public AlertDraft level(int reached) {
        level = reached;
        return this;
    }

    @CanIgnoreReturnValue
    public AlertDraft replaces(@Nullable AlertId wrong) {
        replaces = wrong;
        return this;
    }

    @CanIgnoreReturnValue
    public AlertDraft was(@Nullable PersonId thought) {
        was = thought;
        return this;
    }

    @CanIgnoreReturnValue
    AlertDraft acknowledged(Acknowledgement acknowledgement) {
        acknowledged = acknowledgement;
        return this;
    }

    /** Carries what the rule says now, but for a rule that was deleted. */
    @CanIgnoreReturnValue
    AlertDraft by(AlertRule changed) {
        priority = changed.priority();
        ruleRevision = changed.revision();
        zone = changed.zone();
        return this;
    }

    /** Without whom and what it was about. */
    @CanIgnoreReturnValue
    AlertDraft erased(AlertReason reason) {
        subject = AlertSubject.ERASED;
        identity = null;
        shot = null;
        was = null;
        tracks.clear();
        about.clear();
        if (reason == AlertReason.SOURCE_DELETED) {
            source = null;
            scope = AlertScope.EVERYWHERE;
        }
        return this;
    }

    /**
     * @param marks what the ledger says of this revision
     */
    Alert toAlert(long revision, AlertState state, @Nullable AlertReason reason, List<AlertNews> changes, Marks marks) {
        return new Alert(
                id,
                revision,
                state,
                reason,
                changes,
                marks.notifies(),
                priority,
                rule,
                ruleRevision,
                kind,
                subject,
                scope,
                source,
                tracks,
                firstSeen,
                lastSeen,
                zone,
                secondsInView,
                identity,
                shot,
                count,
                level,
                acknowledged,
                marks.isMuted(),
                marks.isLate(),
                marks.ageMillis(),
                replaces,
                was,
                openedAt,
                marks.writtenAt());
    }

    /** What lies beside the state of a revision. */
    record Marks(boolean notifies, boolean isMuted, boolean isLate, long ageMillis, Instant writtenAt) {}
}
