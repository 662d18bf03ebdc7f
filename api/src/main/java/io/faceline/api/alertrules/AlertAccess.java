package io.faceline.api.alertrules;

import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.access.Access;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;

/** Who may see and change rules: an admin, and with a setting everybody may look. Thread-safe. */
final class AlertAccess {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Access access;
    private final boolean isOpen;
    private final List<HealthCheck> read;

    /**
     * @param isOpen whether everybody may look
     * @param read what must have been read before there is an answer
     */
    AlertAccess(Access access, boolean isOpen, List<HealthCheck> read) {
        this.access = access;
        this.isOpen = isOpen;
        this.read = List.copyOf(read);
    }

    /** @throws ProblemException unless the caller may look */
    void requireViewer(Context context) {
        var unused = access.caller(context);
        if (!isOpen) {
            access.requireAdmin(context);
        }
        requireRead();
    }

    /** @throws ProblemException unless the caller is the admin */
    void requireAdmin(Context context) {
        access.requireAdmin(context);
        requireRead();
    }

    private void requireRead() {
        if (!read.stream().allMatch(check -> check.health().ready())) {
            throw ProblemException.later(
                    503,
                    "NOT_READY",
                    "rules and people are still being read; try again in a moment, see /health",
                    RETRY_AFTER);
        }
    }
}
