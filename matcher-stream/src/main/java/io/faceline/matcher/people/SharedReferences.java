package io.faceline.matcher.people;

import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.index.GalleryView;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.kafka.WriteToken;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** References of the shared gallery: written to the topic, and seen by this task at once. Confined to the task thread. */
public final class SharedReferences implements References {
    private static final ReferenceId SENTINEL = new ReferenceId("fence");
    /** A twentieth of a second by default: a version that exists is applied sooner. */
    private static final int BRIEF = 20;

    private final SharedGallery shared;
    private final UnreadReferences unread;
    private final Outbox outbox;
    private final String writer;
    private final Duration timeout;
    private long lastWrite;
    private long missedVersion = Long.MAX_VALUE;
    private long missedAt = -1;

    /**
     * @param writer unique id of this task instance
     * @param timeout maximum time of each wait
     */
    public SharedReferences(SharedGallery shared, Outbox outbox, String writer, Duration timeout) {
        this.shared = shared;
        this.unread = new UnreadReferences(shared);
        this.outbox = outbox;
        this.writer = writer;
        this.timeout = timeout;
    }

    /** Whether the id is reserved and must not be used for a reference. */
    public static boolean isReserved(ReferenceId id) {
        return id.equals(SENTINEL);
    }

    /** Writes a tombstone for an unused key, so that compaction removes what was deleted before. */
    void writeSentinel() {
        outbox.reference(SENTINEL, null, nextWrite());
    }

    @Override
    public GalleryView gallery() {
        return unread;
    }

    @Override
    public void enroll(Collection<Reference> references) {
        references.forEach(reference -> write(reference.id(), reference));
    }

    @Override
    public void remove(Collection<ReferenceId> ids) {
        ids.forEach(id -> write(id, null));
    }

    private void write(ReferenceId id, @Nullable Reference reference) {
        var write = nextWrite();
        unread.written(id, reference, write);
        outbox.reference(id, reference, write);
    }

    /** Waits until the write has been read back. Only for a write outside of the task's transaction. */
    boolean awaitRead(WriteToken write) {
        return shared.appliedOffsets().await(write, timeout);
    }

    /** The number of the last write. */
    long lastWrite() {
        return lastWrite;
    }

    public long version() {
        return shared.appliedOffsets().version();
    }

    /**
     * Waits for a version. After a timeout it waits only briefly until the gallery changes, and not at all for the same
     * version: whoever sends frames with invalid versions must not delay those of everybody else.
     */
    public boolean awaitVersion(long minVersion) {
        var appliedOffsets = shared.appliedOffsets();
        if (appliedOffsets.version() >= minVersion) {
            return true;
        }
        var hasMissed = appliedOffsets.version() == missedAt;
        var isHopeless = hasMissed && minVersion >= missedVersion;
        if (!isHopeless && appliedOffsets.await(minVersion, hasMissed ? timeout.dividedBy(BRIEF) : timeout)) {
            return true;
        }
        missedVersion = minVersion;
        missedAt = appliedOffsets.version();
        return false;
    }

    WriteToken nextWrite() {
        return new WriteToken(writer, ++lastWrite);
    }
}
