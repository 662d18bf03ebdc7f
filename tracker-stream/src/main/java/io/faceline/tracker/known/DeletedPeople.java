package io.faceline.tracker.known;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.runtime.store.AppliedOffsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The deleted people of the topic {@code people}, and their marks. One thread changes it, any thread reads. */
public final class DeletedPeople {
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final AtomicLong deletions = new AtomicLong();
    private final AppliedOffsets appliedOffsets = new AppliedOffsets();

    boolean contains(PersonId person) {
        return deleted.contains(person.value())
                || deleted.contains(DeletionMark.of(person).value());
    }

    long deletions() {
        return deletions.get();
    }

    /** @param person null for a tombstone */
    public void apply(String key, @Nullable Person person) {
        if (person == null) {
            deleted.remove(key);
        } else if (!person.id().value().equals(key)) {
            throw new IllegalArgumentException("a record of " + person.id() + " under another key");
        } else if (person.deleted() && deleted.add(key)) {
            deletions.incrementAndGet();
        }
    }

    public AppliedOffsets appliedOffsets() {
        return appliedOffsets;
    }
}
