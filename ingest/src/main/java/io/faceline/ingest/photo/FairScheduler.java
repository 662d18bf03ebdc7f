package io.faceline.ingest.photo;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.http.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Schedules images fairly among callers. A limited number is in flight, at most a quarter of them for one caller;
 * further requests wait and are granted round-robin by caller, so that a caller who sends a thousand delays another by
 * one. Requests that would wait too long are refused at once. Thread-safe.
 */
public final class FairScheduler {
    private static final int SHARES = 4;
    /** With the images in flight, this is what a machine with two cores answers in eight seconds. */
    private static final int MAX_WAITING_PER_IN_FLIGHT = 4;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int maxInFlight;
    private final int share;
    private final Duration timeout;
    private final Executor executor;

    @GuardedBy("this")
    private final Map<String, CallerQueue> queues = new LinkedHashMap<>();

    @GuardedBy("this")
    private int inFlight;

    @GuardedBy("this")
    private int waiting;

    /** The requests of one caller. */
    private static final class CallerQueue {
        private final Deque<Ticket> waiting = new ArrayDeque<>();
        private int inFlight;
        private int waitingImages;

        private boolean isEmpty() {
            return inFlight == 0 && waiting.isEmpty();
        }
    }

    private static final class Ticket {
        private final String caller;
        private final int images;
        private final CompletableFuture<Void> granted = new CompletableFuture<>();
        private boolean isInFlight;

        private Ticket(String caller, int images) {
            this.caller = caller;
            this.images = images;
        }
    }

    /**
     * @param maxInFlight maximum images in flight
     * @param timeout maximum wait for a turn
     * @param executor runs the work of a turn until its images are sent
     */
    public FairScheduler(int maxInFlight, Duration timeout, Executor executor) {
        this.maxInFlight = maxInFlight;
        this.share = Math.max(1, maxInFlight / SHARES);
        this.timeout = timeout;
        this.executor = executor;
    }

    /**
     * Runs the work when it is the caller's turn; the turn ends when the returned future completes.
     *
     * @throws ProblemException when too many images wait
     */
    <T> CompletableFuture<T> submit(String caller, int images, Supplier<CompletableFuture<T>> work) {
        var ticket = new Ticket(caller, images);
        enqueue(ticket);
        var done = ticket.granted
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> {
                    throw new CompletionException(FrameErrors.of(late));
                })
                .thenComposeAsync(granted -> work.get(), executor)
                .whenComplete((result, failure) -> end(ticket));
        grant();
        return done;
    }

    private synchronized void enqueue(Ticket ticket) {
        var queue = queues.getOrDefault(ticket.caller, new CallerQueue());
        var isOverloaded = waiting + ticket.images > MAX_WAITING_PER_IN_FLIGHT * maxInFlight
                || queue.waitingImages + ticket.images > Math.max(maxInFlight, ticket.images);
        if (isOverloaded) {
            throw ProblemException.later(429, "TOO_BUSY", "too many images are waiting; try again later", RETRY_AFTER);
        }
        queues.put(ticket.caller, queue);
        queue.waiting.add(ticket);
        queue.waitingImages += ticket.images;
        waiting += ticket.images;
    }

    /** Completes the futures outside of the lock, as their dependents run at once. */
    private void grant() {
        next().forEach(ticket -> ticket.granted.complete(null));
    }

    private synchronized List<Ticket> next() {
        var granted = new ArrayList<Ticket>();
        for (var ticket = first(); ticket.isPresent() && fits(ticket.get()); ticket = first()) {
            granted.add(begin(ticket.get()));
        }
        return granted;
    }

    /** The first caller below its share. Smaller requests do not overtake it, as it might wait for ever. */
    @GuardedBy("this")
    private Optional<Ticket> first() {
        return queues.values().stream()
                .filter(queue -> !queue.waiting.isEmpty() && fitsShare(queue))
                .map(queue -> queue.waiting.element())
                .findFirst();
    }

    /** A request of more images than a share runs alone. */
    private boolean fitsShare(CallerQueue queue) {
        return queue.inFlight == 0 || queue.inFlight + queue.waiting.element().images <= share;
    }

    @GuardedBy("this")
    private boolean fits(Ticket ticket) {
        return inFlight == 0 || inFlight + ticket.images <= maxInFlight;
    }

    @GuardedBy("this")
    private Ticket begin(Ticket ticket) {
        var queue = queues.remove(ticket.caller);
        queue.waiting.remove();
        queue.waitingImages -= ticket.images;
        waiting -= ticket.images;
        queue.inFlight += ticket.images;
        inFlight += ticket.images;
        ticket.isInFlight = true;
        // Moves the caller to the end of the round.
        queues.put(ticket.caller, queue);
        return ticket;
    }

    private void end(Ticket ticket) {
        leave(ticket);
        grant();
    }

    private synchronized void leave(Ticket ticket) {
        var queue = queues.get(ticket.caller);
        if (ticket.isInFlight) {
            queue.inFlight -= ticket.images;
            inFlight -= ticket.images;
        } else if (queue.waiting.remove(ticket)) {
            queue.waitingImages -= ticket.images;
            waiting -= ticket.images;
        }
        if (queue.isEmpty()) {
            queues.remove(ticket.caller);
        }
    }

    synchronized int inFlight() {
        return inFlight;
    }

    synchronized int waiting() {
        return waiting;
    }
}
