package io.faceline.ingest.video;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.ingest.spool.Scratch;
import io.faceline.runtime.http.ProblemException;
import io.faceline.vision.video.VideoClips;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.clip.ClipFacts;
import io.faceline.vision.video.clip.ClipRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A clip on the disk, which vanishes when it is closed. */
record ClipFile(Scratch content, ClipFacts facts) implements AutoCloseable {
    /** @param into empty; closed if there is no clip */
    static ClipFile cut(VideoClips clips, Path video, ClipRequest request, Scratch into) {
        var isCut = false;
        try {
            var clip = new ClipFile(into, clips.cut(video, request, into::write));
            isCut = true;
            return clip;
        } catch (VideoException e) {
            throw problem(e.code(), e.text());
        } catch (IOException e) {
            throw new UncheckedIOException("A clip cannot be written", e);
        } finally {
            if (!isCut) {
                into.close();
            }
        }
    }

    private static ProblemException problem(FailureCode code, String text) {
        return switch (code) {
            case NO_FRAMES -> new ProblemException(416, "NO_SUCH_RANGE", text);
            case TOO_MANY_BYTES -> new ProblemException(413, code.name(), text);
            case UNSUPPORTED_FORMAT -> new ProblemException(415, code.name(), text);
            case TIMEOUT -> new ProblemException(504, code.name(), text);
            default -> new ProblemException(422, code.name(), text);
        };
    }

    @Override
    public void close() {
        content.close();
    }
}
