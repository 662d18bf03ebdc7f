package io.faceline.systemtests.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The people or the jobs of all sessions ever, for the others to ask for. Safe for all threads. */
final class KnownIds {
    private static final int TRIES = 10;

    private final List<Entry> entries = new ArrayList<>();

    record Entry(String session, String person, String photo) {}

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    /** Of another session; nothing when luck finds none. */
    synchronized Optional<Entry> anyBut(String session, Random random) {
        return entries.isEmpty()
                ? Optional.empty()
                : random.ints(TRIES, 0, entries.size())
                        .mapToObj(entries::get)
                        .filter(entry -> !entry.session().equals(session))
                        .findFirst();
    }
}
