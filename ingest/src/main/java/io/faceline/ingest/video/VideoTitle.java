package io.faceline.ingest.video;

import io.faceline.contracts.SingleLine;
import java.util.Optional;
import org.apache.commons.fileupload2.core.ParameterParser;

/** What somebody calls a video, made fit to be shown: one line, no path, nothing that turns the text. */
final class VideoTitle {
    static final String DEFAULT = "video";
    private static final int MAX_CHARACTERS = 200;

    private VideoTitle() {}

    /** @param name of a file, as a browser or a person says it */
    static String of(Optional<String> name) {
        return name.map(VideoTitle::cleaned).filter(title -> !title.isEmpty()).orElse(DEFAULT);
    }

    /** The {@code filename} of a header Content-Disposition. */
    static Optional<String> inDisposition(String header) {
        if (header == null) {
            return Optional.empty();
        }
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return Optional.ofNullable(parser.parse(header, ';').get("filename"));
    }

    private static String cleaned(String name) {
        var file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var shown = file.codePoints().filter(SingleLine::allows).toArray();
        return new String(shown, 0, Math.min(shown.length, MAX_CHARACTERS)).strip();
    }
}
