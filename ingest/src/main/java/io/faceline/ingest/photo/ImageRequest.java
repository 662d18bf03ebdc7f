package io.faceline.ingest.photo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.faceline.contracts.Blob;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The images and fields of a request. Three forms are accepted: a multipart form with parts {@code file}; JSON with
 * {@code image} or {@code images} in base64; or the image itself as the body, with the fields in the query.
 */
final class ImageRequest {
    private static final String FILE = "file";

    private final Context context;
    private final JsonNode json;
    private final List<Blob> images;

    private ImageRequest(Context context, JsonNode json, List<Blob> images) {
        this.context = context;
        this.json = json;
        this.images = images;
    }

    /** @throws ProblemException when the request cannot be parsed */
    static ImageRequest of(Context context) {
        if (context.isMultipartFormData()) {
            var files = context.uploadedFiles(FILE).stream()
                    .map(ImageRequest::bytes)
                    .toList();
            return new ImageRequest(context, MissingNode.getInstance(), files);
        }
        if (isJson(context)) {
            var json = json(context);
            return new ImageRequest(context, json, decoded(json));
        }
        return new ImageRequest(context, MissingNode.getInstance(), List.of(Blob.wrap(context.bodyAsBytes())));
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
        if (images.size() > max) {
            throw new ProblemException(
                    422,
                    "TOO_MANY_IMAGES",
                    "the request has " + images.size() + " images, at most " + max + " are accepted");
        }
        return images;
    }

    int count() {
        return images.size();
    }

    /** The value of the field with this name in the form, the JSON or the query. */
    Optional<String> field(String name) {
        if (json.hasNonNull(name)) {
            return Optional.of(json.get(name).asText());
        }
        return Optional.ofNullable(context.formParam(name)).or(() -> Optional.ofNullable(context.queryParam(name)));
    }

    private static boolean isJson(Context context) {
        var type = context.contentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json");
    }

    private static Blob bytes(UploadedFile file) {
        try (var content = file.content()) {
            return Blob.wrap(content.readAllBytes());
        } catch (IOException e) {
            throw new ProblemException(400, "NO_IMAGE", "the upload was interrupted: send it again");
        }
    }

    private static JsonNode json(Context context) {
        try {
            var json = Mappers.JSON.readTree(context.bodyAsBytes());
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw malformedJson();
        } catch (IOException e) {
            throw new ProblemException(400, "NO_IMAGE", "the upload was interrupted: send it again");
        }
        throw malformedJson();
    }

    private static ProblemException malformedJson() {
        return new ProblemException(
                400, "BAD_JSON", "the body is not a JSON object; omit the content type to send an image");
    }

    private static List<Blob> decoded(JsonNode json) {
        var images = new ArrayList<Blob>();
        if (json.hasNonNull("image")) {
            images.add(decoded(json.get("image").asText()));
        }
        json.path("images").forEach(image -> images.add(decoded(image.asText())));
        return images;
    }

    /** Accepts a data URL, as browsers create it, as well. */
    private static Blob decoded(String text) {
        var start = text.startsWith("data:") ? text.indexOf(',') + 1 : 0;
        try {
            return Blob.wrap(Base64.getMimeDecoder().decode(text.substring(start)));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "BAD_BASE64", "an image is not valid base64");
        }
    }
}
