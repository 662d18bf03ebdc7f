package io.faceline.alerts.known;

import io.faceline.alerting.book.RuleBook;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The rule book of a task, made anew when something changed. Confined to the task thread. */
public final class Books {
    private final LongSupplier changes;
    private final Supplier<RuleBook> read;
    private RuleBook book;
    private long version;

    /** @param changes another number when something changed */
    public Books(LongSupplier changes, Supplier<RuleBook> read) {
        this.changes = changes;
        this.read = read;
        this.version = changes.getAsLong();
        this.book = read.get();
    }

    /** Whether anything changed since the last call. */
    public boolean refresh() {
        // First, so that what changes meanwhile is read the next time.
        var newest = changes.getAsLong();
        if (newest == version) {
            return false;
        }
        version = newest;
        book = read.get();
        return true;
    }

    public RuleBook book() {
        return book;
    }
}
