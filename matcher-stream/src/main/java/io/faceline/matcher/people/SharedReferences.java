package io.faceline.matcher.people;

import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.index.Gallery;
import io.faceline.matcher.store.Outbox;
import io.faceline.matcher.store.WriteToken;
import java.time.Duration;
import java.util.Collection;

/** References of the shared gallery: written to the topic and read back into the index. Confined to the task thread. */
public final class SharedReferences implements References {
    private static final ReferenceId SENTINEL = new ReferenceId("fence");

    private final SharedGallery shared;
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
        this.outbox = outbox;
        this.writer = writer;
        this.timeout = timeout;
    }

    /** Whether the id is reserved and must not be used for a reference. */
    public static boolean isReserved(ReferenceId id) {
        return id.equals(SENTINEL);
    }

    /**
     * Writes a sentinel tombstone: once it is read back, all earlier writes of other tasks have been applied too. It
     * also raises the version above all previously reported ones, even if the newest record was a compacted tombstone.
     */
    void writeBarrier() {
        outbox.reference(SENTINEL, null, nextWrite());
    }

    @Override
    public Gallery gallery() {
        return shared.gallery();
    }

    @Override
    public void enroll(Collection<Reference> references) {
        references.forEach(reference -> outbox.reference(reference.id(), reference, nextWrite()));
    }

    @Override
    public void remove(Collection<ReferenceId> ids) {
        ids.forEach(id -> outbox.reference(id, null, nextWrite()));
    }

    @Override
    public boolean awaitApplied() {
        return shared.appliedOffsets().await(new WriteToken(writer, lastWrite), timeout);
    }

    public long version() {
        return shared.appliedOffsets().version();
    }

    /**
     * Waits for a version. After a timeout it does not wait for that version again until the gallery changes: an
     * invalid version must not delay every later frame.
     */
    public boolean awaitVersion(long minVersion) {
        var appliedOffsets = shared.appliedOffsets();
        if (appliedOffsets.version() >= minVersion) {
            return true;
        }
        var isHopeless = minVersion >= missedVersion && appliedOffsets.version() == missedAt;
        if (!isHopeless && appliedOffsets.await(minVersion, timeout)) {
            return true;
        }
        missedVersion = minVersion;
        missedAt = appliedOffsets.version();
        return false;
    }

    private WriteToken nextWrite() {
        return new WriteToken(writer, ++lastWrite);
    }
}
