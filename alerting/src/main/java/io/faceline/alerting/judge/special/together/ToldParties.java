package io.faceline.alerting.judge.special.together;

import io.faceline.alerting.judge.AlertDraft;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.special.shared.Records;
import io.faceline.alerting.judge.special.shared.Sureness;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parties that were told, and the silence after each. Not thread-safe. */
final class ToldParties {
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);
    /** Looks may be judged so much later. */
    private static final Duration LATEST = Duration.ofDays(1);

    /** Why an alert was closed that is opened again when it holds after all. */
    private static final Set<AlertReason> AGAIN = Set.of(AlertReason.CORRECTED, AlertReason.RULE_CHANGED);

    private final AlertLedger ledger;
    private final SeenTracks tracks;
    private final Records<ToldParty> told;
    private final Records<FormerParty> formers;
    private final Records<Reopened> reopened;

    /**
     * That a corrected alert was told to be right after all.
     *
     * @param last look
     * @param at by the clock of this machine
     */
    record Reopened(AlertId alert, Instant last, Instant at) {}

    ToldParties(JudgeMemory memory, AlertLedger ledger, SeenTracks tracks) {
        this.ledger = ledger;
        this.tracks = tracks;
        told = new Records<>(memory, Records.TOGETHER + "party", ToldParty.class);
        formers = new Records<>(memory, Records.TOGETHER + "former", FormerParty.class);
        reopened = new Records<>(memory, Records.TOGETHER + "reopened", Reopened.class);
    }

    Collection<ToldParty> all() {
        return told.all();
    }

    Optional<ToldParty> at(AlertScope scope) {
        return told.find(scope.value());
    }

    boolean has(AlertId alert) {
        return told.all().stream().anyMatch(party -> party.alert().equals(alert));
    }

    boolean isOf(String track) {
        return told.all().stream().anyMatch(party -> party.has(track));
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** Tells of a party, unless there is silence after the last one or it is that one. */
    void meet(AlertScope scope, Party met, PartyRule rule, Instant now) {
        var former = formers.find(scope.value());
        var since = former.map(FormerParty::last).orElse(Instant.MIN);
        rule.since(met, since).ifPresent(party -> {
            var id = id(scope, party.known().id(), rule);
            var before = ledger.find(id);
            if (before.map(Alert::reason).filter(AGAIN::contains).isPresent()) {
                reopen(id, scope, party, rule, now);
            } else if (isSilent(former, party, rule)) {
                former.ifPresent(last -> count(scope, last, party, now));
            } else {
                // The same one of the list has met others before, long enough ago.
                open(before.isPresent() ? name(party) : party.known().id(), scope, party, now);
            }
        });
    }

    private static String name(Party party) {
        return party.known().id() + "+" + party.others().get(0).id();
    }

    private static boolean isSilent(Optional<FormerParty> former, Party party, PartyRule rule) {
        return former.filter(FormerParty::isTold)
                .filter(last -> !party.last().isAfter(last.last().plus(rule.silence())))
                .isPresent();
    }

    private void open(String opening, AlertScope scope, Party party, Instant now) {
        var draft = ledger.opening(AlertKind.TOGETHER, AlertSubject.TOGETHER, scope, opening, party.first(), now);
        if (ledger.find(draft.id()).isEmpty()) {
            ledger.open(filled(draft, party), now);
            keep(draft.id(), scope, party, now);
        }
    }

    private void reopen(AlertId id, AlertScope scope, Party party, PartyRule rule, Instant now) {
        var isTold = reopened.find(id.value())
                .filter(before -> party.last().isBefore(before.last().plus(rule.silence())))
                .isEmpty();
        ledger.draft(id).ifPresent(draft -> ledger.reopen(filled(draft, party).was(null), isTold, now));
        if (isTold) {
            reopened.put(id.value(), new Reopened(id, party.last(), now));
        }
        keep(id, scope, party, now);
    }

    private static AlertDraft filled(AlertDraft draft, Party party) {
        var known = party.known();
        draft.at(known.source(), known.session(), known.isFilm())
                .track(known.id())
                .seen(party.first(), party.last(), Sureness.seconds(party.first(), party.last()))
                .identity(known.identity())
                .shot(known.shot())
                .count(PartyRule.number(party.others().stream()));
        party.otherTracks().forEach(draft::track);
        return draft;
    }

    private void keep(AlertId id, AlertScope scope, Party party, Instant now) {
        var known = party.known();
        told.put(
                scope.value(),
                new ToldParty(
                        id,
                        scope,
                        known.source(),
                        known.id(),
                        known.person().orElseThrow(),
                        party.otherTracks(),
                        party.first(),
                        party.last(),
                        now,
                        known.isFilm()));
    }

    /** Goes on with a party that is told: there may be others, or another of the list. */
    void join(ToldParty before, Party party, Instant now) {
        var others = new LinkedHashSet<>(before.others());
        party.otherTracks().stream()
                .filter(track -> !track.equals(before.known()))
                .forEach(others::add);
        var last = party.last().isAfter(before.last()) ? party.last() : before.last();
        var after = before.with(before.person(), List.copyOf(others), last, now);
        told.put(before.scope().value(), after);
        if (others.size() > before.others().size()) {
            openDraft(after).ifPresent(draft -> {
                after.others().forEach(draft::track);
                ledger.revise(
                        seen(draft, after).count(number(after)), now, List.of(AlertNews.TRACK_JOINED, AlertNews.COUNT));
            });
        }
    }

    /** The one of the list is another one of it. */
    void rename(ToldParty before, SeenTrack known, PersonId person, Instant now) {
        told.put(before.scope().value(), before.with(person, before.others(), before.last(), now));
        openDraft(before)
                .ifPresent(draft -> ledger.revise(
                        draft.identity(known.identity()).was(before.person()), now, List.of(AlertNews.NAME_CORRECTED)));
    }

    /** Some of the others were none. */
    void reduce(ToldParty before, List<String> others, Instant now) {
        var after = before.with(before.person(), others, before.last(), now);
        told.put(before.scope().value(), after);
        openDraft(before).ifPresent(draft -> ledger.revise(draft.count(number(after)), now, List.of(AlertNews.COUNT)));
    }

    /**
     * It was no party. What was said of a wrong name stays, with the reference that the face resembled.
     *
     * @param was whom the one of the list was thought to be; null if it was right
     * @param known who it is, if it is known
     */
    void correct(ToldParty party, @Nullable PersonId was, Optional<SeenTrack> known, Instant now) {
        openDraft(party).ifPresent(draft -> {
            known.filter(track -> was == null).ifPresent(track -> draft.identity(track.identity()));
            ledger.close(seen(draft, party).was(was), AlertReason.CORRECTED, now, AlertNews.NAME_CORRECTED);
        });
        told.remove(party.scope().value());
    }

    /** It is over: nothing more is told for a while, if anybody was told of it. */
    void end(ToldParty party, Instant now) {
        openDraft(party).ifPresent(draft -> ledger.close(seen(draft, party), AlertReason.ENDED, now));
        told.remove(party.scope().value());
        var isTold = ledger.wasTold(party.alert());
        formers.put(party.scope().value(), new FormerParty(party.alert(), isTold, party.last(), List.of(), 0, now));
    }

    /** It goes on, and nothing more is told until it was away. */
    void endTooLong(ToldParty party, Instant now) {
        openDraft(party).ifPresent(draft -> ledger.close(seen(draft, party), AlertReason.TOO_LONG, now));
    }

    void leave(ToldParty party, Instant now) {
        openDraft(party).ifPresent(draft -> ledger.close(seen(draft, party), AlertReason.RULE_CHANGED, now));
        told.remove(party.scope().value());
    }

    /** The alert was erased. */
    void forgetErased() {
        told.all().stream()
                .filter(party -> ledger.find(party.alert())
                        .filter(alert -> !alert.subject().equals(AlertSubject.ERASED))
                        .isEmpty())
                .forEach(party -> told.remove(party.scope().value()));
    }

    /** Writes what was counted a minute ago, and forgets silences that are over. */
    void onTime(Duration silence, Instant now) {
        var longest = silence.plus(LATEST);
        for (var scope : formers.names()) {
            formers.find(scope).ifPresent(former -> writeCount(scope, former, now));
            formers.find(scope)
                    .filter(former -> former.endedAt().plus(longest).isBefore(now))
                    .ifPresent(former -> formers.remove(scope));
        }
        reopened.all().stream()
                .filter(one -> one.at().plus(longest).isBefore(now))
                .forEach(one -> reopened.remove(one.alert().value()));
    }

    void clear() {
        told.clear();
        formers.clear();
        reopened.clear();
    }

    private void count(AlertScope scope, FormerParty former, Party party, Instant now) {
        var name = name(party);
        if (!former.counted().contains(name)) {
            var counted = former.counting(name, PartyRule.number(party.others().stream()));
            formers.put(scope.value(), counted);
            writeCount(scope.value(), counted, now);
        }
    }

    private void writeCount(String scope, FormerParty former, Instant now) {
        if (former.waiting() > 0) {
            ledger.find(former.alert())
                    .filter(alert -> !alert.subject().equals(AlertSubject.ERASED))
                    .filter(alert -> !now.isBefore(alert.writtenAt().plus(BETWEEN_COUNTS)))
                    .flatMap(alert ->
                            ledger.draft(alert.id()).map(draft -> draft.count(alert.count() + former.waiting())))
                    .ifPresent(draft -> {
                        ledger.revise(draft, now, List.of(AlertNews.COUNT));
                        formers.put(scope, former.written());
                    });
        }
    }

    private long number(ToldParty party) {
        return PartyRule.number(party.others().stream().flatMap(track -> tracks.find(track).stream()));
    }

    private static AlertDraft seen(AlertDraft draft, ToldParty party) {
        return draft.seen(party.first(), party.last(), Sureness.seconds(party.first(), party.last()));
    }

    private Optional<AlertDraft> openDraft(ToldParty party) {
        return ledger.draft(party.alert()).filter(draft -> ledger.isOpen(party.alert()));
    }

    private static AlertId id(AlertScope scope, String opening, PartyRule rule) {
        return AlertId.of(rule.rule().id(), AlertSubject.TOGETHER, scope, opening);
    }
}
