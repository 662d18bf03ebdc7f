package io.faceline.ingest.video;

import io.faceline.ingest.spool.Upload;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletDiskFileUpload;

/**
 * The video and the fields of a request: a multipart form with a part {@code file}, or the video itself as the body. The
 * video is streamed into the spool, never held in memory. Confined to one thread: the one of the request.
 */
final class VideoUploadRequest {
    private static final int MAX_PARTS = 10;
    private static final int MAX_FIELD_BYTES = 4_000;

    private final Context context;
    private final Upload upload;
    private Optional<String> title;
    private Optional<String> fileName = Optional.empty();
    private double framesPerSecond;
    private Optional<Instant> recordedAt;

    private VideoUploadRequest(Context context, Upload upload, double framesPerSecond) {
        this.context = context;
        this.upload = upload;
        this.title = Optional.ofNullable(context.queryParam("title"));
        var rate = context.queryParam("framesPerSecond");
        this.framesPerSecond = rate == null ? framesPerSecond : parseRate(rate);
        this.recordedAt = Optional.ofNullable(context.queryParam("recordedAt")).map(VideoUploadRequest::parseTime);
    }

    /**
     * Receives the whole request.
     *
     * @param framesPerSecond default when the request does not set it
     */
    static VideoUploadRequest receive(Context context, Upload upload, double framesPerSecond) {
        var request = new VideoUploadRequest(context, upload, framesPerSecond);
        if (context.isMultipartFormData()) {
            request.receiveForm();
        } else {
            request.fileName = VideoTitle.fromContentDisposition(context.header("Content-Disposition"));
            upload.receive(context.bodyInputStream());
        }
        return request;
    }

    String title() {
        return VideoTitle.of(title.or(() -> fileName));
    }

    double framesPerSecond() {
        return framesPerSecond;
    }

    /** When the first frame was recorded, if the sender says it. */
    Optional<Instant> recordedAt() {
        return recordedAt;
    }

    private void receiveForm() {
        try {
            var reader = new JakartaServletDiskFileUpload();
            reader.setHeaderCharset(StandardCharsets.UTF_8);
            var parts = reader.getItemIterator(context.req());
            for (var count = 0; parts.hasNext(); count++) {
                if (count == MAX_PARTS) {
                    throw badRequest("a form may have at most " + MAX_PARTS + " parts");
                }
                receive(parts.next());
            }
        } catch (FileUploadException e) {
            throw badRequest("the form cannot be parsed: " + e.getMessage());
        } catch (IOException e) {
            throw new ProblemException(400, "BROKEN_UPLOAD", "the upload was interrupted: send it again");
        }
        if (!upload.isReceived()) {
            throw new ProblemException(
                    400, "NO_FILE", "the request has no video: send it as part \"file\" of a form or as the body");
        }
    }

    private void receive(FileItemInput part) throws IOException {
        var name = String.valueOf(part.getFieldName());
        if (name.equals("file")) {
            if (upload.isReceived()) {
                throw badRequest("a request may hold one video: send the others separately");
            }
            fileName = Optional.ofNullable(part.getName());
            upload.receive(part.getInputStream());
        } else if (name.equals("title")) {
            title = Optional.of(text(part));
        } else if (name.equals("framesPerSecond")) {
            framesPerSecond = parseRate(text(part));
        } else if (name.equals("recordedAt")) {
            recordedAt = Optional.of(text(part)).filter(text -> !text.isBlank()).map(VideoUploadRequest::parseTime);
        }
    }

    private static String text(FileItemInput part) throws IOException {
        try (var content = part.getInputStream()) {
            return new String(content.readNBytes(MAX_FIELD_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static double parseRate(String text) {
        try {
            var rate = Double.parseDouble(text.strip());
            if (rate >= VideoSettings.MIN_FRAMES_PER_SECOND && rate <= VideoSettings.MAX_FRAMES_PER_SECOND) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // Rejected below, like a value out of range.
        }
        throw badRequest("framesPerSecond must be a number between " + VideoSettings.MIN_FRAMES_PER_SECOND + " and "
                + (int) VideoSettings.MAX_FRAMES_PER_SECOND);
    }

    private static Instant parseTime(String text) {
        try {
            var time = OffsetDateTime.parse(text.strip()).toInstant();
            if (time.isAfter(Instant.EPOCH) && time.isBefore(Instant.now().plus(Duration.ofDays(1)))) {
                return time;
            }
        } catch (DateTimeException e) {
            // Rejected below, like a time that cannot be.
        }
        throw badRequest("recordedAt must be a time with its zone that is not in the future, such as"
                + " 2026-05-04T13:30:00+02:00");
    }

    private static ProblemException badRequest(String detail) {
        return new ProblemException(400, "BAD_REQUEST", detail);
    }
}
