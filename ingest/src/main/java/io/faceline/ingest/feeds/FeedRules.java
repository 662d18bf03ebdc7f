package io.faceline.ingest.feeds;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.decode.ImageInspector;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.image.header.ImageKind;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which records of {@code feeds} are pictures of sources. Thread-safe. */
final class FeedRules {
    private static final int MAX_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_NAME + "}");
    private static final Set<ImageKind> KINDS = Set.of(ImageKind.JPEG, ImageKind.PNG, ImageKind.WEBP);

    private final FeedSettings settings;
    private final ImageInspector inspector;

    FeedRules(FeedSettings settings, ImageLimits limits) {
        this.settings = settings;
        this.inspector = new ImageInspector(limits);
    }

    /** The name of the source, which is the key as text. */
    String source(byte @Nullable [] key) throws FeedException {
        var name = key == null || key.length > MAX_NAME ? "" : new String(key, StandardCharsets.UTF_8);
        if (!NAME.matcher(name).matches()) {
            throw new FeedException(
                    FeedException.BAD_SOURCE,
                    "the key must be the name of the source: 1 to " + MAX_NAME + " letters, digits or ._-");
        }
        if (!settings.allows(name)) {
            throw new FeedException(
                    FeedException.SOURCE_NOT_ALLOWED,
                    "FACELINE_FEED_SOURCES does not allow the source \"" + name + "\"");
        }
        return name;
    }

    /** What begins like a picture and is not too large; costs nothing. */
    Blob picture(byte @Nullable [] value) throws FeedException {
        if (value == null || value.length == 0) {
            throw new FeedException(FeedException.NO_PICTURE, "the value is empty: it must be a picture");
        }
        if (value.length > settings.maxBytes()) {
            throw new FeedException(
                    FailureCode.TOO_MANY_BYTES,
                    "the picture has " + value.length + " bytes, at most " + settings.maxBytes()
                            + " are allowed (FACELINE_MAX_FEED_BYTES)");
        }
        var picture = Blob.wrap(value);
        if (ImageKind.sniff(picture).filter(KINDS::contains).isEmpty()) {
            throw new FeedException(FailureCode.UNSUPPORTED_FORMAT, "the value is neither a JPEG nor a PNG nor a WebP");
        }
        return picture;
    }

    /** Refuses what the header of the picture shows to be damaged, too large or too costly. */
    void inspect(Blob picture) throws FeedException {
        try {
            var unused = inspector.inspect(picture);
        } catch (ImageException e) {
            throw new FeedException(e.code(), String.valueOf(e.getMessage()));
        }
    }
}
