package io.faceline.api.alertrules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.api.alertrules.change.ChangeDefinitions;
import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.alertrules.table.DefinitionWriter;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/receivers/{id}/test} and {@code /resend}: asks alert-delivery for a test, or for what failed. */
final class ReceiverRoutes implements Routes {
    private static final String ONE = AlertRuleServices.RECEIVERS + "/{id}";

    private final AlertAccess access;
    private final AlertTables tables;
    private final DefinitionWriter writer;
    private final InTurn inTurn;
    private final InstantSource clock;

    ReceiverRoutes(
            AlertAccess access, AlertTables tables, DefinitionWriter writer, InTurn inTurn, InstantSource clock) {
        this.access = access;
        this.tables = tables;
        this.writer = writer;
        this.inTurn = inTurn;
        this.clock = clock;
    }

    /** @param request as the status of the receiver names it in {@code testRequest} */
    record Asked(String request) {}

    /** What failed; all of it without an alert and a span. */
    record Resend(
            @Nullable AlertId alert,
            @Nullable Instant from,
            @Nullable Instant to) {
        static final Set<String> FIELDS = Set.of("alert", "from", "to");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(ONE + "/test", this::test).post(ONE + "/resend", this::resend);
    }

    private void test(Context context) {
        var receiver = receiver(context);
        ask(context, new DeliveryRequest.Test(UUID.randomUUID().toString(), receiver.id(), now()));
    }

    private void resend(Context context) {
        var receiver = receiver(context);
        var what = resend(AlertBody.json(context));
        ask(
                context,
                new DeliveryRequest.Resend(
                        UUID.randomUUID().toString(), receiver.id(), now(), what.alert, what.from, what.to));
    }

    private static Resend resend(ObjectNode given) {
        try {
            if (given.properties().stream().allMatch(field -> Resend.FIELDS.contains(field.getKey()))) {
                return Mappers.JSON.treeToValue(withAll(given), Resend.class);
            }
        } catch (JsonProcessingException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static ObjectNode withAll(ObjectNode given) {
        Resend.FIELDS.stream().filter(name -> !given.has(name)).forEach(given::putNull);
        return given;
    }

    private static ProblemException invalid() {
        return new ProblemException(
                400,
                "BAD_REQUEST",
                "the body must be {\"alert\":\"<id>\"}, or {\"from\":\"…\",\"to\":\"…\"} with times such as"
                        + " 2026-12-01T18:00:00Z, or {} for all that failed");
    }

    private Receiver receiver(Context context) {
        access.requireAdmin(context);
        return ReceiverId.parse(context.pathParam("id"))
                .flatMap(id -> tables.of(DefinitionKind.RECEIVER).find(id.value()))
                .orElseThrow(() -> ChangeDefinitions.noSuch(DefinitionKind.RECEIVER));
    }

    private void ask(Context context, DeliveryRequest request) {
        inTurn.change(
                context,
                () -> {
                    writer.ask(request);
                    return new Asked(request.id());
                },
                asked -> Page.answer(context.status(202), asked));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
