package io.faceline.api.alerts;

import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertState;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads filters of alerts from the parameters of requests. */
final class AlertParameters {
    private static final int MAX_VALUES = 100;
    private static final int MAX_LENGTH = 300;

    /** All parameters, which a file of alerts repeats. */
    private static final List<String> NAMES = List.of(
            "state",
            "kind",
            "rule",
            "list",
            "person",
            "source",
            "group",
            "from",
            "to",
            "acknowledged",
            "muted",
            "late",
            "text");

    private AlertParameters() {}

    static AlertFilter filter(Context context) {
        return new AlertFilter(
                words(context, "state", AlertState.values()),
                words(context, "kind", AlertKind.values()),
                texts(context, "rule"),
                texts(context, "list"),
                texts(context, "person"),
                texts(context, "source"),
                texts(context, "group"),
                time(context, "from"),
                time(context, "to"),
                flag(context, "acknowledged"),
                flag(context, "muted"),
                flag(context, "late"),
                Optional.ofNullable(context.queryParam("text"))
                        .filter(text -> !text.isBlank())
                        .map(text -> checked("text", text).strip().toLowerCase(Locale.ROOT)));
    }

    /** What is asked for, in words. */
    static Map<String, List<String>> asked(Context context) {
        var asked = new HashMap<String, List<String>>();
        NAMES.stream()
                .filter(name -> !context.queryParams(name).isEmpty())
                .forEach(name -> asked.put(name, context.queryParams(name)));
        return asked;
    }

    private static Set<String> texts(Context context, String name) {
        var texts = context.queryParams(name);
        if (texts.size() > MAX_VALUES) {
            throw ListParameters.invalid(name, "given at most " + MAX_VALUES + " times");
        }
        return texts.stream().map(text -> checked(name, text)).collect(Collectors.toUnmodifiableSet());
    }

    private static String checked(String name, String text) {
        if (text.length() > MAX_LENGTH) {
            throw ListParameters.invalid(name, "at most " + MAX_LENGTH + " characters");
        }
        return text;
    }

    /** Any case, so that words of answers can be sent back. */
    private static <E extends Enum<E>> Set<E> words(Context context, String name, E[] words) {
        return context.queryParams(name).stream()
                .map(text -> known(words)
                        .filter(word -> word.name().equalsIgnoreCase(text.replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> ListParameters.invalid(name, "one of " + list(words))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> String list(E[] words) {
        return known(words).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The last word is for what newer versions write. */
    private static <E extends Enum<E>> Stream<E> known(E[] words) {
        return Arrays.stream(words).limit(words.length - 1L);
    }

    static Optional<Instant> time(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw ListParameters.invalid(name, "a time such as 2026-01-02T03:04:05Z");
            }
        });
    }

    private static Optional<Boolean> flag(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ListParameters.invalid(name, "true or false");
        });
    }
}
