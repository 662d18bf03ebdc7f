package io.faceline.api.alertrules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.api.alertrules.change.ChangeDefinitions;
import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.alertrules.trial.RuleTrial;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Set;

/** {@code POST /api/v1/alert-rules/try}: what a rule would have said of the last hours. */
final class TrialRoutes implements Routes {
    private static final int MAX_HOURS = 24;

    private final AlertAccess access;
    private final AlertTables tables;
    private final ChangeDefinitions changes;
    private final RuleTrial trial;
    private final InTurn oneTrial;

    TrialRoutes(AlertAccess access, AlertTables tables, ChangeDefinitions changes, RuleTrial trial, InTurn oneTrial) {
        this.access = access;
        this.tables = tables;
        this.changes = changes;
        this.trial = trial;
        this.oneTrial = oneTrial;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(AlertRuleServices.RULES + "/try", this::run);
    }

    private void run(Context context) {
        access.requireAdmin(context);
        var body = AlertBody.json(context);
        if (!(body.path("rule") instanceof ObjectNode given)
                || !body.properties().stream()
                        .allMatch(field -> Set.of("rule", "hours").contains(field.getKey()))) {
            throw invalid();
        }
        var span = Duration.ofHours(hours(body));
        var rule = changes.rule(given);
        oneTrial.change(
                context, () -> trial.run(rule, tables.definitions(), span), answer -> Page.answer(context, answer));
    }

    private static int hours(ObjectNode body) {
        var hours = body.path("hours");
        if (hours.isMissingNode()) {
            return 1;
        }
        if (hours.isInt() && hours.intValue() >= 1 && hours.intValue() <= MAX_HOURS) {
            return hours.intValue();
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return new ProblemException(
                400, "BAD_REQUEST", "the body must be {\"rule\":{…},\"hours\":1}, with 1 to " + MAX_HOURS + " hours");
    }
}
