package io.faceline.ingest.photo;

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
 * Whose images are worked on next. So many are under way at a time, a quarter of them one caller's at most; who comes then
 * waits, and those who wait take turns by caller, so that one who sends a thousand delays another by one. What would wait
 * too long is refused at once. Safe for all threads.
 */
public final class FairScheduler {
    private static final int SHARES = 4;
    /** Together with those under way what a machine of two cores answers in eight seconds. */
    private static final int WAITING_FOR_EACH_UNDER_WAY = 4;

    private static final Duration UNTIL_SOME_END = Duration.ofSeconds(1);

    private final int most;
    private final int share;
    private final Duration patience;
    private final Executor taking;
    private final Map<String, CallerQueue> lines = new LinkedHashMap<>();
    private int underWay;
    private int waiting;

    /** Of one caller. */
    private static final class CallerQueue {
        private final Deque<Ticket> waiting = new ArrayDeque<>();
        private int underWay;
        private int waitingImages;

        private boolean isEmpty() {
            return underWay == 0 && waiting.isEmpty();
        }
    }

    private static final class Ticket {
        private final String caller;
        private final int images;
        private final CompletableFuture<Void> granted = new CompletableFuture<>();
        private boolean isUnderWay;

        private Ticket(String caller, int images) {
            this.caller = caller;
            this.images = images;
        }
    }

    /**
     * @param most images under way
     * @param patience how long one waits for a turn
     * @param taking does the work of a turn until its images are sent
     */
    public FairScheduler(int most, Duration patience, Executor taking) {
        this.most = most;
        this.share = Math.max(1, most / SHARES);
        this.patience = patience;
        this.taking = taking;
    }

    /**
     * Does the work in the caller's turn; the turn ends with what the work returns.
     *
     * @throws ProblemException when too many wait already
     */
    <T> CompletableFuture<T> take(String caller, int images, Supplier<CompletableFuture<T>> work) {
        var turn = new Ticket(caller, images);
        line(turn);
        var done = turn.granted
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> {
                    throw new CompletionException(FrameErrors.of(late));
                })
                .thenComposeAsync(granted -> work.get(), taking)
                .whenComplete((made, failure) -> end(turn));
        grant();
        return done;
    }

    private synchronized void line(Ticket turn) {
        var line = lines.getOrDefault(turn.caller, new CallerQueue());
        var isTooMuch = waiting + turn.images > WAITING_FOR_EACH_UNDER_WAY * most
                || line.waitingImages + turn.images > Math.max(most, turn.images);
        if (isTooMuch) {
            throw ProblemException.later(
                    429, "TOO_BUSY", "too many images wait already; send it again in a while", UNTIL_SOME_END);
        }
        lines.put(turn.caller, line);
        line.waiting.add(turn);
        line.waitingImages += turn.images;
        waiting += turn.images;
    }

    /** Outside of the lock: whoever is told goes on at once. */
    private void grant() {
        next().forEach(turn -> turn.granted.complete(null));
    }

    private synchronized List<Ticket> next() {
        var granted = new ArrayList<Ticket>();
        for (var turn = first(); turn.isPresent() && fits(turn.get()); turn = first()) {
            granted.add(begin(turn.get()));
        }
        return granted;
    }

    /** Of the first caller who has less than a share under way. It is not passed by smaller ones: it might wait for ever. */
    private Optional<Ticket> first() {
        return lines.values().stream()
                .filter(line -> !line.waiting.isEmpty() && fitsShare(line))
                .map(line -> line.waiting.element())
                .findFirst();
    }

    /** A request of more images than a share goes alone. */
    private boolean fitsShare(CallerQueue line) {
        return line.underWay == 0 || line.underWay + line.waiting.element().images <= share;
    }

    private boolean fits(Ticket turn) {
        return underWay == 0 || underWay + turn.images <= most;
    }

    private Ticket begin(Ticket turn) {
        var line = lines.remove(turn.caller);
        line.waiting.remove();
        line.waitingImages -= turn.images;
        waiting -= turn.images;
        line.underWay += turn.images;
        underWay += turn.images;
        turn.isUnderWay = true;
        // To the end of the round.
        lines.put(turn.caller, line);
        return turn;
    }

    private void end(Ticket turn) {
        leave(turn);
        grant();
    }

    private synchronized void leave(Ticket turn) {
        var line = lines.get(turn.caller);
        if (turn.isUnderWay) {
            line.underWay -= turn.images;
            underWay -= turn.images;
        } else if (line.waiting.remove(turn)) {
            line.waitingImages -= turn.images;
            waiting -= turn.images;
        }
        if (line.isEmpty()) {
            lines.remove(turn.caller);
        }
    }

    synchronized int underWay() {
        return underWay;
    }

    synchronized int waiting() {
        return waiting;
    }
}
