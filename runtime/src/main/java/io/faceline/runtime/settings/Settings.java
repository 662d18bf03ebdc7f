package io.faceline.runtime.settings;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the environment says, checked. Names are whole variable names such as {@code FACELINE_HTTP_PORT}; a blank value
 * counts as absent, as Compose files write it. A bad value throws {@link SettingsException}. Safe for all threads.
 */
public final class Settings {
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Map<String, String> environment;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    public Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public String text(String name, String byDefault) {
        return optional(name).orElse(byDefault);
    }

    public Optional<String> optional(String name) {
        asked.add(name);
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public int integer(String name, int byDefault, int min, int max) {
        var value = read(name, Integer::valueOf, byDefault, between(min, max));
        return require(name, value, value >= min && value <= max, between(min, max));
    }

    /** A number of bytes, which may be too large for an integer. */
    public long bytes(String name, long byDefault, long min, long max) {
        var value = read(name, Long::valueOf, byDefault, between(min, max));
        return require(name, value, value >= min && value <= max, between(min, max));
    }

    public double decimal(String name, double byDefault, double min, double max) {
        var value = read(name, Double::valueOf, byDefault, between(number(min), number(max)));
        return require(name, value, value >= min && value <= max, between(number(min), number(max)));
    }

    /** ISO 8601 ({@code PT10S}) or a whole number with a unit: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 24h}, {@code 7d}. */
    public Duration duration(String name, Duration byDefault) {
        var expected = "a duration such as 500ms, 10s, 24h or PT10S";
        var value = read(name, Durations::parse, byDefault, expected);
        var holds = !value.isNegative() && !value.isZero() && value.compareTo(LONGEST) <= 0;
        return require(name, value, holds, expected);
    }

    public boolean flag(String name, boolean byDefault) {
        return read(name, Settings::toFlag, byDefault, "true or false");
    }

    /** One of the names of an enum, in lower case. */
    public <E extends Enum<E>> E choice(String name, E byDefault) {
        var type = byDefault.getDeclaringClass();
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return read(name, value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)), byDefault, names);
    }

    public Path path(String name, Path byDefault) {
        return read(name, Path::of, byDefault, "a path");
    }

    /** Several paths, separated as in {@code PATH}; none by default. */
    public List<Path> paths(String name) {
        return read(name, Settings::toPaths, List.of(), "paths separated by " + File.pathSeparator);
    }

    /** Everything whose name starts so, by the rest of its name. */
    Map<String, String> startingWith(String prefix) {
        var found = new TreeMap<String, String>();
        for (var name : environment.keySet()) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                optional(name).ifPresent(value -> found.put(name.substring(prefix.length()), value));
            }
        }
        return found;
    }

    /** What has names that begin so, as properties of Kafka: with FACELINE_KAFKA_, FACELINE_KAFKA_A_B is {@code a.b}. */
    public Map<String, String> properties(String prefix) {
        var properties = new HashMap<String, String>();
        startingWith(prefix)
                .forEach((name, value) ->
                        properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        return properties;
    }

    /** The names asked for so far, set or not: after a service has read its settings, all that it can be told. */
    public Set<String> asked() {
        return Set.copyOf(asked);
    }

    private <T> T read(String name, Function<String, T> parse, T byDefault, String expected) {
        var text = optional(name);
        try {
            return text.map(parse).orElse(byDefault);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(message(name, expected, text.orElse("")), e);
        }
    }

    private <T> T require(String name, T value, boolean holds, String expected) {
        if (!holds) {
            throw new SettingsException(message(name, expected, text(name, String.valueOf(value))));
        }
        return value;
    }

    private static String message(String name, String expected, String value) {
        return name + " must be " + expected + ", was \"" + value + "\"";
    }

    private static String between(Object min, Object max) {
        return "between " + min + " and " + max;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static boolean toFlag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static List<Path> toPaths(String value) throws InvalidPathException {
        return Arrays.stream(value.split(File.pathSeparator))
                .filter(part -> !part.isBlank())
                .map(Path::of)
                .toList();
    }
}
