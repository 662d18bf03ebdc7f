package io.faceline.ingest.feeds;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.vision.image.decode.PhotoEncoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What ingest takes from the topic {@code feeds}.
 *
 * @param enabled whether the topic is read
 * @param maxBytes of one picture
 * @param maxSources at a time
 * @param allowed names of sources, or beginnings of names that end with an asterisk; all if there is none
 * @param staleAfter time in the topic after which a picture is dropped
 * @param framesPerSecond pictures of one source that are answered; others are only counted
 */
public record FeedSettings(
        boolean enabled, int maxBytes, int maxSources, List<String> allowed, Duration staleAfter, int framesPerSecond) {
    private static final int DEFAULT_MAX_SOURCES = 100;
    private static final int DEFAULT_FRAMES_PER_SECOND = 30;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,64}|[A-Za-z0-9._-]{0,63}\\*");

    public FeedSettings {
        allowed = List.copyOf(allowed);
    }

    public static FeedSettings from(Settings settings) {
        return new FeedSettings(
                settings.flag("FACELINE_FEEDS", true),
                settings.integer(
                        "FACELINE_MAX_FEED_BYTES", PhotoEncoder.MAX_FRAME_BYTES, 1, PhotoEncoder.MAX_FRAME_BYTES),
                settings.integer("FACELINE_MAX_FEED_SOURCES", DEFAULT_MAX_SOURCES, 1, 10_000),
                allowed(settings.text("FACELINE_FEED_SOURCES", "")),
                settings.duration("FACELINE_STALE_AFTER", Duration.ofSeconds(1)),
                settings.integer("FACELINE_MAX_CAMERA_FRAMES_PER_SECOND", DEFAULT_FRAMES_PER_SECOND, 1, 1000));
    }

    private static List<String> allowed(String text) {
        var names = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        names.stream()
                .filter(name -> !ALLOWED.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> {
                    throw new SettingsException("FACELINE_FEED_SOURCES must be names of letters, digits or ._-,"
                            + " separated by commas, such as door-1,hall-*, was \"" + text + "\"");
                });
        return names;
    }

    boolean allows(String source) {
        return allowed.isEmpty() || allowed.stream().anyMatch(name -> matches(name, source));
    }

    private static boolean matches(String allowed, String source) {
        return allowed.endsWith("*")
                ? source.startsWith(allowed.substring(0, allowed.length() - 1))
                : source.equals(allowed);
    }
}
