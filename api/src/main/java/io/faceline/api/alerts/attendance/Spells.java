package io.faceline.api.alerts.attendance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes of the readings of one person on one day when they were there. */
final class Spells {
    /** Readings that say the same within this time are one: who looks into the camera twice has not left. */
    private static final Duration SAME = Duration.ofMinutes(2);

    private Spells() {}

    /** In their order. A missing exit is left open, and nothing is invented. */
    static List<Spell> of(List<Reading> readings) {
        var spells = new ArrayList<Spell>();
        for (var reading : merged(readings)) {
            var current = spells.isEmpty() ? null : spells.get(spells.size() - 1);
            if (current != null && !current.isClosed()) {
                current.add(reading);
            } else if (reading.mayBeIn()) {
                spells.add(Spell.begun(reading));
            } else if (current != null) {
                // Seen at another exit, too.
                current.add(reading);
            } else {
                spells.add(Spell.ended(reading));
            }
        }
        return spells;
    }

    private static List<Reading> merged(List<Reading> readings) {
        var kept = new ArrayList<Reading>();
        for (var reading :
                readings.stream().sorted(Comparator.comparing(Reading::at)).toList()) {
            var before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            var isSame = before != null
                    && before.role() == reading.role()
                    && Duration.between(before.at(), reading.at()).compareTo(SAME) < 0;
            if (!isSame) {
                kept.add(reading);
            }
        }
        return kept;
    }
}
