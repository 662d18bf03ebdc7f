package io.faceline.api.alerts;

import io.faceline.api.alerts.table.AlertTable;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.access.Access;
import io.faceline.web.access.Caller;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;

/** Who may see alerts and say something of them: an admin, and with a setting everybody may look. Thread-safe. */
final class AlertAccess {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Access access;
    private final boolean isOpen;
    private final AlertTable alerts;
    private final List<HealthCheck> read;

    /**
     * @param isOpen whether everybody may look
     * @param read what must have been read before there is an answer: alerts, and people, whose names it has
     */
    AlertAccess(Access access, boolean isOpen, AlertTable alerts, List<HealthCheck> read) {
        this.access = access;
        this.isOpen = isOpen;
        this.alerts = alerts;
        this.read = List.copyOf(read);
    }

    /** @throws ProblemException unless the caller may look */
    Caller requireViewer(Context context) {
        var caller = access.caller(context);
        if (!isOpen) {
            access.requireAdmin(context);
        }
        requireRead();
        return caller;
    }

    /** @throws ProblemException unless the caller is the admin */
    Caller requireAdmin(Context context) {
        access.requireAdmin(context);
        requireRead();
        return access.caller(context);
    }

    /** @throws ProblemException if there is no such alert */
    Alert alert(Context context) {
        return AlertId.parse(context.pathParam("id")).flatMap(alerts::find).orElseThrow(AlertAccess::noSuchAlert);
    }

    static ProblemException noSuchAlert() {
        return new ProblemException(404, "NO_SUCH_ALERT", "there is no alert with this id, or none any more");
    }

    void requireRead() {
        if (!read.stream().allMatch(check -> check.health().ready())) {
            throw ProblemException.later(
                    503,
                    "NOT_READY",
                    "alerts and people are still being read; try again in a moment, see /health",
                    RETRY_AFTER);
        }
    }
}
