package io.faceline.runtime.settings;

import java.io.File;
import java.nio.file.Files;
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
 * Reads and validates settings from environment variables. Names are complete variable names such as
 * {@code FACELINE_HTTP_PORT}; a blank value counts as absent, as in Compose files. An invalid value throws
 * {@link SettingsException}. Thread-safe.
 */
public final class Settings {
    private static final Duration MAX_DURATION = Duration.ofDays(3650);

    private final Map<String, String> environment;
    private final Set<String> namesRead = ConcurrentHashMap.newKeySet();

    public Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public String text(String name, String byDefault) {
        return optional(name).orElse(byDefault);
    }

    public Optional<String> optional(String name) {
        namesRead.add(name);
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public int integer(String name, int byDefault, int min, int max) {
        var value = read(name, Integer::valueOf, byDefault, between(min, max));
        return require(name, value, value >= min && value <= max, between(min, max));
    }

    /** A number of bytes, which may exceed an int. */
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
        var valid = !value.isNegative() && !value.isZero() && value.compareTo(MAX_DURATION) <= 0;
        return require(name, value, valid, expected);
    }

    public boolean flag(String name, boolean byDefault) {
        return read(name, Settings::toFlag, byDefault, "true or false");
    }

    /** A constant of an enum, in lower case. */
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

    /** A folder, which need not exist yet, but must not lie where a file is. */
    public Path folder(String name, Path byDefault) {
        var folder = path(name, byDefault);
        if (optional(name).isEmpty()) {
            return folder;
        }
        var existing = folder.toAbsolutePath();
        while (existing.getParent() != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        return require(name, folder, Files.notExists(existing) || Files.isDirectory(existing), "a folder");
    }

    /** Several paths, separated as in {@code PATH}; none by default. */
    public List<Path> paths(String name) {
        return read(name, Settings::toPaths, List.of(), "paths separated by " + File.pathSeparator);
    }

    /** All variables with this prefix, by the rest of their name. */
    Map<String, String> startingWith(String prefix) {
        var found = new TreeMap<String, String>();
        for (var name : environment.keySet()) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                optional(name).ifPresent(value -> found.put(name.substring(prefix.length()), value));
            }
        }
        return found;
    }

    /** All variables with this prefix as Kafka properties: with FACELINE_KAFKA_, FACELINE_KAFKA_A_B is {@code a.b}. */
    public Map<String, String> properties(String prefix) {
        var properties = new HashMap<String, String>();
        startingWith(prefix)
                .forEach((name, value) ->
                        properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        return properties;
    }

    /** The names read so far, set or not: after a service has read its settings, all that it supports. */
    public Set<String> namesRead() {
        return Set.copyOf(namesRead);
    }

    private <T> T read(String name, Function<String, T> parse, T byDefault, String expected) {
        var text = optional(name);
        try {
            return text.map(parse).orElse(byDefault);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(message(name, expected, text.orElse("")), e);
        }
    }

    private <T> T require(String name, T value, boolean valid, String expected) {
        if (!valid) {
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
