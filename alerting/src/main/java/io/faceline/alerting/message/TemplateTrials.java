package io.faceline.alerting.message;

import io.faceline.contracts.alert.Acknowledgement;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.rule.RulePriority;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Messages that templates are tried with. */
final class TemplateTrials {
    /** What no name should be, and somebody will choose. */
    static final String HOSTILE = "\"'<&>\\ {{name}} {{{x}}} Zoë 张 🙂 </script>\n\r\t\u0001\u2028%2B+;";

    private static final Instant TIME = Instant.parse("2026-11-29T21:00:00.123Z");
    private static final int LONG = 1000;

    private TemplateTrials() {}

    /**
     * A message.
     *
     * @param when in which case, in words
     */
    record Trial(String when, Map<String, Object> variables) {}

    static Stream<Trial> all() {
        return Stream.of(
                new Trial("when every variable is absent", Map.of()),
                new Trial("about a usual alert", TemplateText.variables(alert())),
                new Trial("about a digest", TemplateText.variables(digest())),
                new Trial("when values are long", changed(alert(), text -> text.repeat(LONG / text.length() + 1))),
                new Trial("when values have quotes, line breaks and braces", changed(alert(), text -> HOSTILE)),
                new Trial("about a digest with quotes, line breaks and braces", changed(digest(), text -> HOSTILE)));
    }

    private static Map<String, Object> changed(Message message, UnaryOperator<String> change) {
        return map(TemplateText.variables(message), change);
    }

    private static Map<String, Object> map(Map<?, ?> values, UnaryOperator<String> change) {
        var changed = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> changed.put(String.valueOf(key), value(value, change)));
        return changed;
    }

    private static Object value(Object value, UnaryOperator<String> change) {
        if (value instanceof String text) {
            return change.apply(text);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, change);
        }
        return value instanceof List<?> list
                ? list.stream().map(each -> value(each, change)).toList()
                : value;
    }

    private static DigestMessage digest() {
        return new DigestMessage(
                MessageType.DIGEST,
                "digest-0123456789abcdef01234567",
                DigestMessage.Because.BATCH,
                2,
                TIME,
                TIME,
                "https://faceline.example/alerts",
                List.of(alert(), alert()));
    }

    /** With every field. */
    private static AlertMessage alert() {
        Alert test = TestAlerts.at(TIME);
        return new AlertMessage(
                MessageType.OPENED,
                test.message(),
                test.id(),
                1,
                AlertState.CLOSED,
                AlertReason.ENDED,
                List.of(AlertNews.OPENED),
                List.of(AlertNews.NAME_SURER),
                RulePriority.HIGH,
                new Named("back-door", "Back door"),
                AlertKind.APPEARED,
                new Named("person:ada", "Ada"),
                new Named("grace", "Grace"),
                "source:back-door",
                "back-door",
                TIME,
                TIME,
                "Europe/Berlin",
                TIME.atOffset(ZoneOffset.ofHours(1)),
                TIME,
                TIME,
                TIME,
                312,
                true,
                4.2,
                Decision.MATCH,
                0.71,
                0.46,
                "model",
                3,
                1,
                new Acknowledgement("reception", TIME, "on her way"),
                true,
                new AlertId("abcdefghijklmnopqrstuvwx23"),
                "https://faceline.example/picture");
    }
}
