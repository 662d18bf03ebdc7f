package io.faceline.ingest.photo;

import io.faceline.contracts.Blob;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The images and fields of a request. Three forms are accepted: a multipart form with parts {@code file}; JSON with
 * {@code image} or {@code images} in base64; or the image itself as the body, with the fields in the query.
 */
final class ImageRequest {
    /** Of any route; each has a maximum of its own. */
    static final int MAX_IMAGES = 20;

    private static final String FILE = "file";

    private final Context context;
    private final List<Blob> images;
    private final Map<String, String> fields;

    private ImageRequest(Context context, List<Blob> images, Map<String, String> fields) {
        this.context = context;
        this.images = images;
        this.fields = fields;
    }

    /** @throws ProblemException when the request cannot be parsed */
    static ImageRequest of(Context context) {
        if (context.isMultipartFormData()) {
            var files = context.uploadedFiles(FILE);
            requireAtMost(MAX_IMAGES, files.size());
            return new ImageRequest(
                    context, files.stream().map(ImageRequest::bytes).toList(), Map.of());
        }
        if (isJson(context)) {
            var json = JsonImages.read(context.bodyAsBytes(), MAX_IMAGES);
            return new ImageRequest(context, json.images(), json.fields());
        }
        return new ImageRequest(context, List.of(Blob.wrap(context.bodyAsBytes())), Map.of());
    }

    List<Blob> exactly(int count) {
        return between(count, count);
    }

    List<Blob> between(int min, int max) {
        if (images.size() < min) {
            throw new ProblemException(
                    400,
                    "NO_IMAGE",
                    (images.isEmpty() ? "the request has no image" : "the request has too few images")
                            + ": send it as part \"file\" of a form, as \"image\" in JSON (base64), or as the body");
        }
        requireAtMost(max, images.size());
        return images;
    }

    private static void requireAtMost(int max, int images) {
        if (images > max) {
            throw new ProblemException(
                    422, "TOO_MANY_IMAGES", "the request has " + images + " images, at most " + max + " are accepted");
        }
    }

    int count() {
        return images.size();
    }

    /** The value of the field with this name in the form, the JSON or the query. */
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name))
                .or(() -> Optional.ofNullable(context.formParam(name)))
                .or(() -> Optional.ofNullable(context.queryParam(name)));
    }

    private static boolean isJson(Context context) {
        var type = context.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static Blob bytes(UploadedFile file) {
        try (var content = file.content()) {
            return Blob.wrap(content.readAllBytes());
        } catch (IOException e) {
            throw new ProblemException(400, "NO_IMAGE", "the upload was interrupted: send it again");
        }
    }
}
