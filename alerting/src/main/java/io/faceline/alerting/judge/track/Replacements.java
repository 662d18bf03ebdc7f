package io.faceline.alerting.judge.track;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.alert.AlertId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alerts that were written since somebody said who it was instead, by the alert that was wrong. Not thread-safe. */
final class Replacements {
    private static final String PREFIX = "instead|";

    private final JudgeMemory memory;

    /** @param at when it was said */
    record Instead(AlertId alert, Instant at) {}

    Replacements(JudgeMemory memory) {
        this.memory = memory;
    }

    void keep(AlertId wrong, AlertId right, Instant at) {
        memory.write(PREFIX + wrong, new Instead(right, at));
    }

    /** The alert that is there instead of another, which is forgotten with this. */
    Optional<AlertId> take(AlertId wrong) {
        var found = memory.read(PREFIX + wrong, Instead.class).map(Instead::alert);
        found.ifPresent(any -> memory.remove(PREFIX + wrong));
        return found;
    }

    /** Forgets what was said so long ago. */
    void forget(Instant now, Duration kept) {
        List.copyOf(memory.keys()).stream()
                .filter(key -> key.startsWith(PREFIX))
                .filter(key -> memory.read(key, Instead.class)
                        .filter(instead -> instead.at().plus(kept).isBefore(now))
                        .isPresent())
                .forEach(memory::remove);
    }
}
