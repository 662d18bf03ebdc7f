package io.faceline.alerting.judge.special.together;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.alerting.judge.special.shared.Erased;
import io.faceline.alerting.judge.special.shared.Records;
import io.faceline.alerting.judge.special.shared.Strays;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says that somebody of a list is in view together with others: tailgating. Not thread-safe. */
public final class TogetherJudge implements RuleJudge {
    /** Further than looks of a party can lie apart: a face may be named late. */
    private static final Duration MARGIN = Duration.ofMinutes(1);
    /** Without a word of a track. */
    private static final Duration UNHEARD = Duration.ofMinutes(10);

    private final Duration kept;
    private final AlertLedger ledger;
    private final SeenTracks tracks;
    private final ToldParties parties;
    private final Records<Denied> denied;
    private Instant forgottenAt = Instant.EPOCH;
    private boolean isSettled;

    /**
     * What somebody said of a track by hand.
     *
     * @param at by the clock of this machine
     */
    record Denied(String track, PersonId person, Instant at) {}

    public TogetherJudge(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        this.kept = kept;
        ledger = new AlertLedger(rule, book, memory, kept);
        tracks = new SeenTracks(memory);
        parties = new ToldParties(memory, ledger, tracks);
        denied = new Records<>(memory, Records.TOGETHER + "denied", Denied.class);
    }

    @Override
    public List<Alert> onTrack(TrackUpdate track, Instant now) {
        settle(now);
        rule().ifPresent(rule -> Erased.without(ledger.book().erasure(), track)
                .ifPresent(left -> judge(SeenTrack.of(left, now), rule, now)));
        return ledger.taken();
    }

    private void judge(SeenTrack track, PartyRule rule, Instant now) {
        var scopes = rule.scopes(track);
        var counts = rule.rule().includes(track.last()) || parties.isOf(track.id());
        if (scopes.isEmpty() || !counts || !tracks.add(track)) {
            return;
        }
        tracks.forgetBefore(track, age(rule), parties::isOf);
        for (var scope : scopes) {
            parties.at(scope)
                    .filter(told -> told.source().equals(track.source()))
                    .ifPresent(told -> goOn(told, track, rule, now));
            rule.parties(tracks.at(track.source())).stream()
                    .filter(party -> !isDenied(party.known()))
                    .forEach(party -> parties.at(scope)
                            .ifPresentOrElse(
                                    told -> parties.join(told, party, now),
                                    () -> parties.meet(scope, party, rule, now)));
        }
    }

    private static Duration age(PartyRule rule) {
        return rule.within().plus(rule.hold()).plus(MARGIN);
    }

    /** Ends a party that is over, or corrects one that was none. */
    private void goOn(ToldParty told, SeenTrack track, PartyRule rule, Instant now) {
        if (track.last().isAfter(told.last().plus(rule.hold())) && !isExtended(told, rule)) {
            parties.end(told, now);
        } else if (told.known().equals(track.id())) {
            goOnWithKnown(told, track, rule, now);
        } else if (told.others().contains(track.id())) {
            goOnWithOther(told, rule, now);
        }
    }

    /** Whether somebody else came before the hold was over. */
    private boolean isExtended(ToldParty told, PartyRule rule) {
        return rule.parties(tracks.at(told.source())).stream()
                .flatMap(party -> rule.since(party, told.last()).stream())
                .anyMatch(party -> !party.first().isAfter(told.last().plus(rule.hold())));
    }

    private void goOnWithKnown(ToldParty told, SeenTrack known, PartyRule rule, Instant now) {
        if (!rule.isListed(known)) {
            parties.correct(told, told.person(), Optional.of(known), now);
            return;
        }
        known.person()
                .filter(person -> !person.equals(told.person()))
                .ifPresent(person -> parties.rename(told, known, person, now));
    }

    private void goOnWithOther(ToldParty told, PartyRule rule, Instant now) {
        var others = others(told, rule);
        if (!rule.areEnough(others.stream().flatMap(this::find))) {
            parties.correct(told, null, Optional.empty(), now);
        } else if (others.size() < told.others().size()) {
            parties.reduce(told, others, now);
        }
    }

    /** The tracks of a party that are still of others. */
    private List<String> others(ToldParty told, PartyRule rule) {
        return told.others().stream()
                .filter(other -> find(other).allMatch(track -> rule.isStillOther(track, told.person())))
                .toList();
    }

    private Stream<SeenTrack> find(String track) {
        return tracks.find(track).stream();
    }

    private boolean isDenied(SeenTrack known) {
        return denied.find(known.id())
                .filter(no -> known.person().filter(no.person()::equals).isPresent())
                .isPresent();
    }

    @Override
    public List<Alert> onCamera(Observation.OfCamera camera, Instant now) {
        settle(now);
        return ledger.taken();
    }

    @Override
    public List<Alert> onChange(AlertChange change, Instant now) {
        settle(now);
        ledger.onChange(change, now);
        if (change instanceof AlertChange.Correct said) {
            parties.all().stream()
                    .filter(told ->
                            told.alert().equals(said.alert()) && told.person().equals(said.not()))
                    .forEach(told -> {
                        denied.put(told.known(), new Denied(told.known(), said.not(), now));
                        parties.correct(told, said.not(), Optional.empty(), now);
                    });
        } else if (change instanceof AlertChange.Restore said) {
            ledger.find(said.alert()).map(Alert::tracks).ifPresent(known -> known.forEach(denied::remove));
        }
        return ledger.taken();
    }

    @Override
    public List<Alert> onTime(Instant now, boolean isCaughtUp) {
        settle(now);
        if (isCaughtUp) {
            ledger.onTime(now);
            rule().ifPresent(rule -> onTime(rule, now));
        }
        return ledger.taken();
    }

    private void onTime(PartyRule rule, Instant now) {
        var longest = Duration.ofSeconds(rule.rule().limits().longestSeconds());
        for (var told : parties.all()) {
            var last = told.isFilm() ? told.heardAt() : told.last();
            if (now.isAfter(last.plus(rule.hold()))) {
                parties.end(told, now);
            } else if (!told.last().isBefore(told.first().plus(longest))) {
                parties.endTooLong(told, now);
            }
        }
        parties.onTime(rule.silence(), now);
        if (!now.isBefore(forgottenAt.plus(MARGIN))) {
            forgottenAt = now;
            forget(rule, now);
        }
    }

    private void forget(PartyRule rule, Instant now) {
        var unheard = now.minus(age(rule)).minus(UNHEARD);
        tracks.forgetUnheard(age(rule).plus(UNHEARD), kept, now, parties::isOf);
        denied.all().stream()
                .filter(no -> no.at().isBefore(unheard))
                .filter(no -> tracks.find(no.track()).isEmpty())
                .forEach(no -> denied.remove(no.track()));
    }

    @Override
    public List<Alert> onBook(RuleBook book, Instant now) {
        ledger.onBook(book, now);
        isSettled = true;
        adapt(now);
        return ledger.taken();
    }

    private void adapt(Instant now) {
        parties.forgetErased();
        tracks.removeIf(this::isErased);
        tracks.removeSources(ledger.book().erasure()::isDeletedSource);
        rule().ifPresentOrElse(rule -> leave(rule, now), () -> clear(now));
        Strays.close(ledger, parties::has, now);
    }

    /** Judges what is open by the rule as of now, once: it may have changed while nobody judged. */
    private void settle(Instant now) {
        if (!isSettled) {
            isSettled = true;
            adapt(now);
        }
    }

    private boolean isErased(SeenTrack track) {
        var erasure = ledger.book().erasure();
        return Stream.ofNullable(track.identity().person()).anyMatch(erasure::isDeleted)
                || erasure.hasEnded(track.session())
                || erasure.isDeletedSource(track.source());
    }

    /** Closes what would not be told now. */
    private void leave(PartyRule rule, Instant now) {
        for (var told : parties.all()) {
            var known = tracks.find(told.known());
            var others = others(told, rule);
            var holds = known.filter(rule::isListed)
                    .filter(track -> rule.scopes(track).contains(told.scope()))
                    .filter(
                            track -> rule
                                    .parties(Stream.concat(
                                                    Stream.of(track),
                                                    others.stream().flatMap(this::find))
                                            .toList())
                                    .stream()
                                    .anyMatch(party -> party.known().equals(track)))
                    .isPresent();
            if (!holds) {
                parties.leave(told, now);
            }
        }
    }

    private void clear(Instant now) {
        parties.all().forEach(told -> parties.leave(told, now));
        parties.clear();
        tracks.removeIf(any -> true);
        tracks.removeSources(any -> true);
        denied.clear();
    }

    @Override
    public boolean isEmpty() {
        return ledger.isEmpty() && parties.isEmpty();
    }

    private Optional<PartyRule> rule() {
        return ledger.rule()
                .filter(rule -> ledger.book().isUsable(rule))
                .flatMap(rule -> rule.who() instanceof RuleSubject.Together who
                        ? Optional.of(new PartyRule(rule, who, ledger.book()))
                        : Optional.empty());
    }
}
