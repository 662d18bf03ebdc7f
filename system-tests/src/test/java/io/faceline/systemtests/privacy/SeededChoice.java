package io.faceline.systemtests.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.Random;

/** Picks by a seed. */
record SeededChoice(Random random) {
    <T> Optional<T> any(Collection<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(some).get(random.nextInt(some.size())));
    }

    LfwPhoto portrait() {
        return any(LfwPhoto.ofVisitors()).orElseThrow();
    }
}
