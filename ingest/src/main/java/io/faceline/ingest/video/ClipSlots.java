package io.faceline.ingest.video;

import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.http.address.AddressShares;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits the clips at a time. Each takes a thread and room on the disk until it is downloaded, of which an address has a
 * share, and a process until it is cut, for which the others wait in the order of arrival. Thread-safe.
 */
final class ClipSlots {
    private static final int MAX_CLIPS = 8;
    private static final int MAX_PROCESSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** In which a clip is likely to be downloaded. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final AddressShares clips;
    private final Semaphore processes = new Semaphore(MAX_PROCESSES, true);
    private final Duration patience;

    /** Released on close. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    ClipSlots(AddressSettings addresses) {
        this(addresses, PATIENCE);
    }

    /** @param patience how long a clip waits to be cut */
    ClipSlots(AddressSettings addresses, Duration patience) {
        this.clips = addresses.shares(MAX_CLIPS);
        this.patience = patience;
    }

    /**
     * @param address of the client
     * @throws ProblemException when no slot is free for it
     */
    Slot acquire(String address) {
        if (!clips.take(address)) {
            throw ProblemException.later(
                    429,
                    "TOO_MANY_CLIPS",
                    "this server cuts and sends at most " + MAX_CLIPS
                            + " clips at a time, of which each address has a share: wait until one is downloaded",
                    RETRY);
        }
        return () -> clips.release(address);
    }

    /** Waits until a process may be started. */
    Slot awaitProcess() {
        try {
            if (processes.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return processes::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.stopping();
        }
        throw new ProblemException(504, "TIMEOUT", "other clips are being cut: try again later");
    }
}
