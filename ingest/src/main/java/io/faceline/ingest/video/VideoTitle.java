package io.faceline.ingest.video;

import io.faceline.contracts.SingleLine;
import java.util.Optional;
import org.apache.commons.fileupload2.core.ParameterParser;

/** Sanitises the title of a video for display: one line, no path, no bidirectional control characters. */
final class VideoTitle {
    static final String DEFAULT = "video";
    private static final int MAX_CHARACTERS = 200;

    private VideoTitle() {}

    /** @param name title or file name, as given by the client */
    static String of(Optional<String> name) {
        return name.map(VideoTitle::sanitised).filter(title -> !title.isEmpty()).orElse(DEFAULT);
    }

    /** The {@code filename} of a Content-Disposition header. */
    static Optional<String> fromContentDisposition(String header) {
        if (header == null) {
            return Optional.empty();
        }
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return Optional.ofNullable(parser.parse(header, ';').get("filename"));
    }

    private static String sanitised(String name) {
        var file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var displayed = file.codePoints().filter(SingleLine::allows).toArray();
        return new String(displayed, 0, Math.min(displayed.length, MAX_CHARACTERS)).strip();
    }
}
