package io.faceline.api.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.serde.Mappers;
import java.time.Instant;
import java.util.function.Consumer;

/** Makes alerts. */
public final class TestAlerts {
    public static final Instant THEN = Instant.parse("2026-11-28T09:10:11Z");
    public static final RuleId RULE = new RuleId("staff");

    private TestAlerts() {}

    /** The id of an alert about a person at the door, opened by this track. */
    public static AlertId id(String person, String track) {
        return AlertId.of(RULE, AlertSubject.of(new PersonId(person)), AlertScope.ofSource("door"), track);
    }

    /** An open alert about a person at the door; {@code seconds} after {@link #THEN}. */
    public static Alert of(String person, String track, int seconds) {
        return of(person, track, seconds, any -> {});
    }

    public static Alert of(String person, String track, int seconds, Consumer<ObjectNode> change) {
        var seen = THEN.plusSeconds(seconds);
        return changed(
                json("""
                {"id":"%s","revision":1,"state":"OPEN","changes":["OPENED"],"notifies":true,"priority":"NORMAL","rule":"%s",
                 "ruleRevision":1,"kind":"APPEARED","subject":"person:%s","scope":"source:door","source":"door","tracks":["%s"],
                 "firstSeen":"%s","lastSeen":"%s","zone":"Europe/Berlin","secondsInView":1,
                 "identity":{"decision":"match","person":"%s","matches":3,"goodLooks":3,"similarity":0.7,"threshold":0.5,
                 "modelId":"m","galleryVersion":1,"reference":"job-%s/0:0"},
                 "count":0,"level":0,"muted":false,"late":false,"ageMillis":100,"openedAt":"%s","writtenAt":"%s"}
                """.formatted(id(person, track), RULE, person, track, seen, seen, person, person, seen, seen)),
                change);
    }

    /** The next revision. */
    public static Alert next(Alert alert, Consumer<ObjectNode> change) {
        return changed(Mappers.JSON.valueToTree(alert), json -> {
            json.put("revision", alert.revision() + 1);
            change.accept(json);
        });
    }

    /** As alerts-stream writes it. */
    public static Alert corrected(Alert alert, String was) {
        return next(
                alert,
                json -> json.put("state", "CLOSED").put("reason", "CORRECTED").put("was", was));
    }

    private static Alert changed(ObjectNode json, Consumer<ObjectNode> change) {
        change.accept(json);
        try {
            return Mappers.JSON.treeToValue(json, Alert.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Mappers.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
