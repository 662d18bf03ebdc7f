package io.faceline.api.corrections;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Correction;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The corrections of all tracks, as last read, without people who were deleted since. Thread-safe. */
public final class CorrectionTable {
    private final Function<String, Optional<Correction>> corrections;
    private final Supplier<Map<String, Correction>> all;
    private final Predicate<PersonId> isDeleted;

    /** @param corrections finds one by its key */
    public CorrectionTable(
            Function<String, Optional<Correction>> corrections,
            Supplier<Map<String, Correction>> all,
            Predicate<PersonId> isDeleted) {
        this.corrections = corrections;
        this.all = all;
        this.isDeleted = isDeleted;
    }

    /** What was said of a track; empty if nothing was. */
    public Optional<Correction> of(SessionId session, String track) {
        return corrections.apply(Correction.key(session, track)).flatMap(known -> known.without(isDeleted));
    }

    Collection<Correction> of(SessionId session) {
        return all.get().values().stream()
                .filter(known -> known.session().equals(session))
                .flatMap(known -> known.without(isDeleted).stream())
                .toList();
    }

    /** Of no track. */
    public static CorrectionTable none() {
        return new CorrectionTable(key -> Optional.empty(), Map::of, person -> false);
    }
}
