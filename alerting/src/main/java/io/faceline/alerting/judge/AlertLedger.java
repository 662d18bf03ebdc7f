package io.faceline.alerting.judge;

import io.faceline.alerting.book.RuleBook;
import io.faceline.contracts.alert.Acknowledgement;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one rule: writes their revisions, with what is the same for all kinds of rules (numbers, mutes, acknowledgements,
 * reminders, lateness, erasure), and forgets them. A judge collects what was written with {@link #taken()} at the end of each of
 * its methods. What the ledger knows is in the judge's memory. Not thread-safe.
 */
public final class AlertLedger {
    /** Older looks are no news. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final RuleId ruleId;
    private final AlertArchive archive;
    /** In the order in which they were opened. */
    private final Map<AlertId, AlertNote> open = new LinkedHashMap<>();

    private final List<Alert> written = new ArrayList<>();
    private RuleBook book;

    /**
     * @param kept for how long alerts are kept after their last look
     */
    public AlertLedger(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        ruleId = rule;
        this.book = book;
        archive = new AlertArchive(memory, kept);
        archive.open().forEach(note -> open.put(note.alert().id(), note));
    }

    /** Whether a record of the memory is the ledger's, by its key. */
    public static boolean isAlert(String key) {
        return AlertArchive.isAlert(key);
    }

    public RuleBook book() {
        return book;
    }

    /** The rule as of now, also if it is disabled or unusable; empty if it is deleted. */
    public Optional<AlertRule> rule() {
        return book.rule(ruleId);
    }

    /** The alert at its newest revision, open or closed; empty if it never opened, or is forgotten. */
    public Optional<Alert> find(AlertId id) {
        return note(id).map(AlertNote::alert);
    }

    /** The open alerts in the order in which they were opened. */
    public List<Alert> open() {
        return open.values().stream().map(AlertNote::alert).toList();
    }

    public boolean isOpen(AlertId id) {
        return open.containsKey(id);
    }

    /** Whether somebody was told that it opened: it was not muted all the time. */
    public boolean wasTold(AlertId id) {
        return note(id).filter(AlertNote::wasTold).isPresent();
    }

    /** Whether nothing is known of any alert. */
    public boolean isEmpty() {
        return open.isEmpty() && archive.isEmpty();
    }

    /**
     * An alert that is to be opened with {@link #open}.
     *
     * @param opening see {@link AlertId#of}
     * @param at the time of the first look, or of what it says
     * @throws IllegalStateException if the rule is deleted
     */
    public AlertDraft opening(
            AlertKind kind, AlertSubject subject, AlertScope scope, String opening, Instant at, Instant now) {
        var rule = rule().orElseThrow(() -> new IllegalStateException("the rule " + ruleId + " is deleted"));
        return new AlertDraft(rule, AlertId.of(ruleId, subject, scope, opening), kind, subject, scope, at, now);
    }

    /** The next revision of an alert; empty if it never opened, or is forgotten. */
    public Optional<AlertDraft> draft(AlertId id) {
        return note(id).map(AlertDraft::new);
    }

    /** Opens it, unless there is one with this id: what is judged again says nothing. */
    public void open(AlertDraft draft, Instant now, AlertNews... further) {
        if (note(draft.id()).isEmpty()) {
            write(draft, AlertState.OPEN, null, news(further, AlertNews.OPENED), false, now);
        }
    }

    /** Opens one again that was closed. */
    public void reopen(AlertDraft draft, boolean tells, Instant now) {
        write(draft, AlertState.OPEN, null, List.of(AlertNews.REOPENED), !tells, now);
    }

    /** Writes a further revision, in the state it has. */
    public void revise(AlertDraft draft, Instant now, Collection<AlertNews> changes) {
        var before = find(draft.id()).orElseThrow(() -> new IllegalStateException("no alert " + draft.id()));
        write(draft, before.state(), before.reason(), List.copyOf(changes), false, now);
    }

    /** Closes it. A correction is told whoever was told of it. */
    public void close(AlertDraft draft, AlertReason reason, Instant now, AlertNews... further) {
        write(draft, AlertState.CLOSED, reason, news(further, AlertNews.CLOSED), false, now);
    }

    /** Does what anybody may say of any alert; what only a judge understands is left to it. */
    public void onChange(AlertChange change, Instant now) {
        if (change instanceof AlertChange.Acknowledge said) {
            note(said.alert())
                    .filter(note -> note.alert().acknowledged() == null && !isErased(note.alert()))
                    .ifPresent(note -> revise(
                            new AlertDraft(note).acknowledged(new Acknowledgement(said.by(), said.at(), said.note())),
                            now,
                            List.of(AlertNews.ACKNOWLEDGED)));
        }
    }

    /** Ends mutes, reminds and forgets. Only when all that was written is judged. */
    public void onTime(Instant now) {
        settleMutes(now);
        remind(now);
        archive.forget(now);
    }

    /** Erases what is to be erased, and mutes. Closes nothing because of the rule: a judge does. */
    public void onBook(RuleBook changed, Instant now) {
        book = changed;
        archive.erased(changed.erasure()).forEach((id, reason) -> note(id).ifPresent(note -> erase(note, reason, now)));
        settleMutes(now);
    }

    /** What was written since it was asked last. */
    public List<Alert> taken() {
        var all = List.copyOf(written);
        written.clear();
        return all;
    }

    private Optional<AlertNote> note(AlertId id) {
        return Optional.ofNullable(open.get(id)).or(() -> archive.closed(id));
    }

    private static boolean isErased(Alert alert) {
        return alert.reason() == AlertReason.ERASED || alert.reason() == AlertReason.SOURCE_DELETED;
    }

    private void erase(AlertNote note, AlertReason reason, Instant now) {
        write(new AlertDraft(note).erased(reason), AlertState.CLOSED, reason, List.of(AlertNews.ERASED), false, now);
    }

    private void settleMutes(Instant now) {
        for (var note : List.copyOf(open.values())) {
            var draft = new AlertDraft(note);
            if (isMuted(draft, now) != note.alert().muted()) {
                revise(draft, now, List.of(note.alert().muted() ? AlertNews.UNMUTED : AlertNews.MUTED));
            }
        }
    }

    private void remind(Instant now) {
        var minutes = rule().filter(book::isUsable).map(AlertRule::reminderMinutes);
        if (minutes.isPresent()) {
            var before = now.minus(Duration.ofMinutes(minutes.get()));
            List.copyOf(open.values()).stream()
                    .filter(note ->
                            note.alert().acknowledged() == null && !note.alert().muted())
                    .filter(note -> note.toldAt() != null && !note.toldAt().isAfter(before))
                    .forEach(note -> revise(new AlertDraft(note), now, List.of(AlertNews.REMINDER)));
        }
    }

    private boolean isMuted(AlertDraft draft, Instant now) {
        return book.isMuted(ruleId, draft.subject(), draft.source(), draft.scope(), draft.id(), now);
    }

    private static List<AlertNews> news(AlertNews[] further, AlertNews main) {
        var changes = new ArrayList<AlertNews>();
        changes.add(main);
        changes.addAll(Arrays.asList(further));
        return changes;
    }

    /** @param silently whether nobody is told, whatever is new */
    private void write(
            AlertDraft draft,
            AlertState state,
            @Nullable AlertReason reason,
            List<AlertNews> changes,
            boolean silently,
            Instant now) {
        var before = note(draft.id());
        var news = new ArrayList<>(changes);
        if (before.isPresent() && state == AlertState.OPEN) {
            rule().filter(rule -> rule.revision() != before.get().alert().ruleRevision())
                    .ifPresent(rule -> news.add(AlertNews.RULE));
        }
        rule().ifPresent(draft::by);
        var isMuted = isMuted(draft, now);
        var wasTold = before.filter(AlertNote::wasTold).isPresent();
        var notifies = !silently && isTold(news, isMuted && !(state == AlertState.CLOSED && wasTold));
        var age = draft.isFilm() ? Duration.ZERO : Duration.between(draft.lastSeen(), now);
        var marks = new AlertDraft.Marks(notifies, isMuted, age.compareTo(LATE) > 0, Math.max(0, age.toMillis()), now);
        var revision = before.map(note -> note.alert().revision() + 1).orElse(1L);
        var alert = draft.toAlert(revision, state, reason, news, marks);
        var toldAt = notifies ? now : before.map(AlertNote::toldAt).orElse(null);
        keep(new AlertNote(alert, draft.isFilm(), toldAt, draft.about()));
        written.add(alert);
    }

    /** An erasure reaches whoever was told, also of what is muted. */
    private static boolean isTold(List<AlertNews> changes, boolean isMuted) {
        return changes.contains(AlertNews.ERASED)
                || (!isMuted && (changes.contains(AlertNews.UNMUTED) || Alert.isTold(changes)));
    }

    private void keep(AlertNote note) {
        var id = note.alert().id();
        archive.keep(note);
        if (note.alert().state() == AlertState.OPEN) {
            open.put(id, note);
        } else {
            open.remove(id);
        }
    }
}
