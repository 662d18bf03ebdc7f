package io.faceline.matcher.people;

import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.index.Gallery;
import io.faceline.matcher.store.Outbox;
import io.faceline.matcher.store.WriteToken;
import java.time.Duration;
import java.util.Collection;

/** Everyone's references: written to the topic, read back into the index. For the thread of the task that writes. */
public final class SharedReferences implements References {
    private static final ReferenceId FENCE = new ReferenceId("fence");

    private final SharedGallery shared;
    private final Outbox outbox;
    private final String writer;
    private final Duration most;
    private long written;
    private long missedVersion = Long.MAX_VALUE;
    private long missedAt = -1;

    /**
     * @param writer names this task for as long as it lives
     * @param most how long to wait for anything
     */
    public SharedReferences(SharedGallery shared, Outbox outbox, String writer, Duration most) {
        this.shared = shared;
        this.outbox = outbox;
        this.writer = writer;
        this.most = most;
    }

    /** Whether no reference may have the id. */
    public static boolean isReserved(ReferenceId id) {
        return id.equals(FENCE);
    }

    /**
     * Writes a tombstone for nothing: once it has come back, everything that others wrote before has come too. It also
     * lifts the version above all that were ever told, even where the newest record was a tombstone that is gone.
     */
    void writeBarrier() {
        outbox.reference(FENCE, null, nextWrite());
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
        return shared.arrivals().await(new WriteToken(writer, written), most);
    }

    public long version() {
        return shared.arrivals().version();
    }

    /**
     * Waits for a version. A version that did not come is not waited for again until the gallery has moved: a wrong
     * number must not cost every later frame a second.
     */
    public boolean awaitVersion(long least) {
        var arrivals = shared.arrivals();
        if (arrivals.version() >= least) {
            return true;
        }
        var isHopeless = least >= missedVersion && arrivals.version() == missedAt;
        if (!isHopeless && arrivals.await(least, most)) {
            return true;
        }
        missedVersion = least;
        missedAt = arrivals.version();
        return false;
    }

    private WriteToken nextWrite() {
        return new WriteToken(writer, ++written);
    }
}
