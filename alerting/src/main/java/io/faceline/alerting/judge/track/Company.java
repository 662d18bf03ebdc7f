package io.faceline.alerting.judge.track;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleQuiet;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is or was seen whose presence keeps a rule quiet. Not thread-safe. */
final class Company {
    private static final String PREFIX = "met|";
    private static final String ANYWHERE = "*";
    /** Looks of one second may come in another order, and who looks away for a moment is still there. */
    private static final Duration AWAY = Duration.ofSeconds(10);

    private final JudgeMemory memory;

    /** @param last look at anybody of a list at a source */
    record Met(Instant last) {}

    Company(JudgeMemory memory) {
        this.memory = memory;
    }

    /** Notes whom a track shows. */
    void meet(AlertRule rule, RuleBook book, TrackUpdate track, Instant look) {
        var quiet = rule.quiet();
        if (quiet == null || track.identity().decision() != Decision.MATCH) {
            return;
        }
        var person = track.identity().requirePerson();
        lists(quiet).stream().filter(list -> book.isOnList(list, person)).forEach(list -> {
            meet(list, track.source(), look);
            meet(list, ANYWHERE, look);
        });
    }

    private void meet(ListId list, String source, Instant look) {
        if (!isMet(list, source, look)) {
            memory.write(key(list, source), new Met(look));
        }
    }

    private static Set<ListId> lists(RuleQuiet quiet) {
        var lists = new ArrayList<ListId>();
        if (quiet.accompaniedBy() != null) {
            lists.add(quiet.accompaniedBy());
        }
        if (quiet.unlessSeen() != null) {
            lists.add(quiet.unlessSeen());
        }
        return Set.copyOf(lists);
    }

    /** Whether nothing is said of a look at a source. */
    boolean isQuiet(AlertRule rule, RuleBook book, String source, Instant look) {
        var quiet = rule.quiet();
        if (quiet == null) {
            return false;
        }
        var isAccompanied = quiet.accompaniedBy() != null && isMet(quiet.accompaniedBy(), source, look.minus(AWAY));
        return isAccompanied || wasSeen(quiet, book, look);
    }

    private boolean wasSeen(RuleQuiet quiet, RuleBook book, Instant look) {
        var list = quiet.unlessSeen();
        if (list == null) {
            return false;
        }
        var since = look.minus(Duration.ofMinutes(quiet.withinMinutes()));
        var sources = quiet.at().isEmpty()
                ? Set.of(ANYWHERE)
                : quiet.at().stream()
                        .flatMap(group -> book.sources(group).stream())
                        .collect(Collectors.toSet());
        return sources.stream().anyMatch(source -> isMet(list, source, since));
    }

    private boolean isMet(ListId list, String source, Instant since) {
        return memory.read(key(list, source), Met.class)
                .filter(met -> !met.last().isBefore(since))
                .isPresent();
    }

    private static String key(ListId list, String source) {
        return PREFIX + list + "|" + source;
    }

    void forget(Instant now, Duration kept) {
        List.copyOf(memory.keys()).stream()
                .filter(key -> key.startsWith(PREFIX))
                .filter(key -> memory.read(key, Met.class)
                        .filter(met -> met.last().plus(kept).isBefore(now))
                        .isPresent())
                .forEach(memory::remove);
    }
}
