package io.faceline.alerting.judge.special.together;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.special.shared.Sureness;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is together in the sense of a rule. */
record PartyRule(AlertRule rule, RuleSubject.Together who, RuleBook book) {
    private static final Comparator<SeenTrack> ORDER =
            Comparator.comparing(SeenTrack::first).thenComparing(SeenTrack::id);

    List<AlertScope> scopes(SeenTrack track) {
        return book.scopes(rule.where(), track.source(), track.session());
    }

    Duration hold() {
        return Duration.ofSeconds(rule.limits().holdSeconds());
    }

    Duration silence() {
        return Duration.ofSeconds(rule.limits().silenceSeconds());
    }

    /** For how long after a look somebody may still be together with others. */
    Duration within() {
        return Duration.ofSeconds(who.withinSeconds());
    }

    /** @param tracks at one source */
    List<Party> parties(Collection<SeenTrack> tracks) {
        return tracks.stream()
                .filter(this::isKnown)
                .sorted(ORDER)
                .flatMap(known -> party(known, tracks).stream())
                .toList();
    }

    private Optional<Party> party(SeenTrack known, Collection<SeenTrack> tracks) {
        var others = tracks.stream()
                .filter(other -> isOther(other) && areTogether(known, other))
                .sorted(ORDER)
                .toList();
        if (!areEnough(others.stream())) {
            return Optional.empty();
        }
        var enough = others.get(who.others() - 1).first();
        var first = known.first().isAfter(enough) ? known.first() : enough;
        var last = others.stream().map(other -> lastTogether(known, other)).max(Comparator.naturalOrder());
        return Optional.of(new Party(known, others, first, last.orElse(first)));
    }

    /** The party of those who were in view after this time; empty if there are not enough. */
    Optional<Party> since(Party party, Instant time) {
        return party(
                party.known(),
                party.others().stream()
                        .filter(other -> other.last().isAfter(time))
                        .toList());
    }

    /** Whether there are enough different people. */
    boolean areEnough(Stream<SeenTrack> others) {
        return number(others) >= who.others();
    }

    /** The different people: each track of somebody unknown is one. */
    static long number(Stream<SeenTrack> others) {
        return others.map(other -> other.person().map(PersonId::value).orElse(other.id()))
                .distinct()
                .count();
    }

    /** Whether it is somebody of the list. */
    boolean isListed(SeenTrack track) {
        return track.person()
                .filter(person -> book.isOnList(who.list(), person))
                .isPresent();
    }

    private boolean isKnown(SeenTrack track) {
        return isListed(track) && Sureness.isNamed(rule.sure(), track.identity(), track.first(), track.last());
    }

    /** Somebody known who is not on the list, or somebody unknown who was looked at often enough. */
    private boolean isOther(SeenTrack track) {
        return switch (track.identity().decision()) {
            case MATCH ->
                !isListed(track) && track.identity().matches() >= rule.sure().matches();
            case UNKNOWN ->
                track.identity().goodLooks()
                        >= Math.max(
                                RuleSureness.UNNAMED.goodLooks(), rule.sure().goodLooks());
            case UNCERTAIN -> false;
        };
    }

    /** Whether a track that was another's is of nobody of the list still, and not of the known one. */
    boolean isStillOther(SeenTrack track, PersonId known) {
        return track.identity().decision() != Decision.MATCH
                || (!isListed(track) && !track.person().filter(known::equals).isPresent());
    }

    private boolean areTogether(SeenTrack known, SeenTrack other) {
        return !other.first().isAfter(known.last().plus(within()))
                && !other.last().isBefore(known.first());
    }

    private Instant lastTogether(SeenTrack known, SeenTrack other) {
        var until = known.last().plus(within());
        return other.last().isBefore(until) ? other.last() : until;
    }
}
