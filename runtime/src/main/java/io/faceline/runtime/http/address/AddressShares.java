package io.faceline.runtime.http.address;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;

/**
 * A scarce resource of a fixed number of units, shared by client addresses. An address may take more as long as it holds
 * less than a fixed multiple of what is free: with a share of 50 percent, not more than what is left for others. So one
 * address alone gets half, two a third each, and whoever comes next finds as much as each of those before. Nothing needs to
 * be set aside and nobody needs to be interrupted. This is the dynamic threshold of Choudhury and Hahne (1998) for shared
 * buffers. Those behind one address share what it gets. Thread-safe.
 */
public final class AddressShares {
    private static final int ALL = 100;

    private final long units;
    private final int percent;

    @GuardedBy("this")
    private final Map<String, Long> held = new HashMap<>();

    @GuardedBy("this")
    private long free;

    /**
     * @param units of the resource
     * @param percent of the units that an address gets if nobody else holds any, 1 to 100
     */
    public AddressShares(long units, int percent) {
        if (units < 1 || percent < 1 || percent > ALL) {
            throw new IllegalArgumentException("not a share: " + percent + " % of " + units);
        }
        this.units = units;
        this.percent = percent;
        this.free = units;
    }

    /** Takes one unit; false when none is left for this address. */
    public boolean take(String address) {
        return take(address, 1);
    }

    /** Takes all of so many units or none; false when they are more than what is left for this address. */
    public synchronized boolean take(String address, long count) {
        if (!isLeft(address, count)) {
            return false;
        }
        held.merge(address, count, Long::sum);
        free -= count;
        return true;
    }

    /** Counts units that are held already, such as those of an earlier process, even beyond what is left. */
    public synchronized void hold(String address, long count) {
        held.merge(address, count, Long::sum);
        free -= count;
    }

    /** Whether the address would get a unit now. */
    public boolean isLeft(String address) {
        return isLeft(address, 1);
    }

    /** Whether the address would get so many units now. */
    public synchronized boolean isLeft(String address, long count) {
        var already = held.getOrDefault(address, 0L);
        var isFirst = already == 0 && count == 1;
        // As if they were taken one by one.
        var freeBeforeTheLast = free - count + 1;
        return count <= free && (isFirst || (already + count) * (ALL - percent) <= freeBeforeTheLast * percent);
    }

    /** Gives units back that were taken. */
    public synchronized void release(String address, long count) {
        var left = held.getOrDefault(address, 0L) - count;
        if (left < 0) {
            throw new IllegalStateException("more is given back than was taken");
        }
        free += count;
        if (left == 0) {
            held.remove(address);
        } else {
            held.put(address, left);
        }
    }

    /** Gives one unit back. */
    public void release(String address) {
        release(address, 1);
    }

    /** All units, whoever holds them. */
    public long units() {
        return units;
    }

    /** The most that one address can hold, when nobody else holds any. */
    public long most() {
        return Math.max(1, units * percent / ALL);
    }

    /** The units that nobody holds. */
    public synchronized long free() {
        return free;
    }
}
