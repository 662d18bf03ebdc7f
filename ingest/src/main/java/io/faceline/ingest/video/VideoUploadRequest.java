package io.faceline.ingest.video;

import io.faceline.ingest.spool.Upload;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletDiskFileUpload;

/**
 * The video of a request and what it says besides: a multipart form with a part {@code file}, or the video itself as the
 * body. It goes into the spool as it comes, never into memory. One thread uses it.
 */
final class VideoUploadRequest {
    private static final int MAX_PARTS = 10;
    private static final int MAX_FIELD_BYTES = 4_000;

    private final Context context;
    private final Upload upload;
    private Optional<String> title;
    private Optional<String> fileName = Optional.empty();
    private double framesPerSecond;

    private VideoUploadRequest(Context context, Upload upload, double framesPerSecond) {
        this.context = context;
        this.upload = upload;
        this.title = Optional.ofNullable(context.queryParam("title"));
        var asked = context.queryParam("framesPerSecond");
        this.framesPerSecond = asked == null ? framesPerSecond : parseRate(asked);
    }

    /**
     * Returns when all was received.
     *
     * @param framesPerSecond where the request says nothing
     */
    static VideoUploadRequest receive(Context context, Upload upload, double framesPerSecond) {
        var asked = new VideoUploadRequest(context, upload, framesPerSecond);
        if (context.isMultipartFormData()) {
            asked.receiveForm();
        } else {
            asked.fileName = VideoTitle.inDisposition(context.header("Content-Disposition"));
            upload.receive(context.bodyInputStream());
        }
        return asked;
    }

    String title() {
        return VideoTitle.of(title.or(() -> fileName));
    }

    double framesPerSecond() {
        return framesPerSecond;
    }

    private void receiveForm() {
        try {
            var reader = new JakartaServletDiskFileUpload();
            reader.setHeaderCharset(StandardCharsets.UTF_8);
            var parts = reader.getItemIterator(context.req());
            for (var count = 0; parts.hasNext(); count++) {
                if (count == MAX_PARTS) {
                    throw badRequest("a form may have " + MAX_PARTS + " parts");
                }
                receive(parts.next());
            }
        } catch (FileUploadException e) {
            throw badRequest("the form is broken: " + e.getMessage());
        } catch (IOException e) {
            throw new ProblemException(400, "BROKEN_UPLOAD", "the upload broke off: send it again");
        }
        if (!upload.isReceived()) {
            throw new ProblemException(
                    400, "NO_FILE", "there is no video: send it as part \"file\" of a form, or as the body");
        }
    }

    private void receive(FileItemInput part) throws IOException {
        var name = String.valueOf(part.getFieldName());
        if (name.equals("file")) {
            if (upload.isReceived()) {
                throw badRequest("a request takes one video: send the others by themselves");
            }
            fileName = Optional.ofNullable(part.getName());
            upload.receive(part.getInputStream());
        } else if (name.equals("title")) {
            title = Optional.of(text(part));
        } else if (name.equals("framesPerSecond")) {
            framesPerSecond = parseRate(text(part));
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
            // Told below, as what is out of range.
        }
        throw badRequest("framesPerSecond must be a number between " + VideoSettings.MIN_FRAMES_PER_SECOND + " and "
                + (int) VideoSettings.MAX_FRAMES_PER_SECOND);
    }

    private static ProblemException badRequest(String detail) {
        return new ProblemException(400, "BAD_REQUEST", detail);
    }
}
