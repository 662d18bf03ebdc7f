package io.faceline.vision.video.container;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** When a video was recorded, as its container says. Cameras whose clock was never set say nonsense. */
public final class RecordingTime {
    /** A phone's, and the common one. */
    private static final String[] KEYS = {"com.apple.quicktime.creationdate", "creation_time"};

    /** Before digital video; a container without a time has that of its epoch, 1904 or 1970. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** Offsets are written with a colon and without one. */
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private RecordingTime() {}

    /** @param now the latest that is believed, but for a day */
    public static Optional<Instant> of(AVFormatContext container, AVStream stream, Instant now) {
        return Stream.of(KEYS)
                .flatMap(key -> Stream.of(container.metadata(), stream.metadata())
                        .flatMap(metadata -> text(metadata, key).stream()))
                .flatMap(text -> parse(text, now).stream())
                .findFirst();
    }

    static Optional<Instant> parse(String text, Instant now) {
        try {
            return Optional.of(OffsetDateTime.parse(text, FORMAT).toInstant())
                    .filter(time -> time.isAfter(EARLIEST) && time.isBefore(now.plus(Duration.ofDays(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(AVDictionary metadata, String key) {
        if (metadata == null || metadata.isNull()) {
            return Optional.empty();
        }
        var entry = av_dict_get(metadata, key, null, 0);
        return entry == null || entry.isNull()
                ? Optional.empty()
                : Optional.of(entry.value().getString(StandardCharsets.UTF_8));
    }
}
