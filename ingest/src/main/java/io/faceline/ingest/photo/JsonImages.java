package io.faceline.ingest.photo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.faceline.contracts.Blob;
import io.faceline.runtime.http.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a JSON body with images as a stream: only known fields are kept and everything else is skipped, so that whatever
 * it contains, it needs memory for its images only. Not thread-safe.
 */
final class JsonImages {
    static final int MAX_VALUES = 10_000;
    static final int MAX_DEPTH = 32;

    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_NAME_LENGTH = 1000;
    private static final int MAX_TEXT_LENGTH = 10_000;
    private static final Set<String> FIELDS = Set.of("name", "scope", "allowLookalike", "allowPoor", "person");
    private static final String IMAGE = "image";
    private static final String IMAGES = "images";

    private final byte[] body;
    private final int maxImages;
    private final List<Blob> images = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();

    /** @param fields values by name */
    record Content(List<Blob> images, Map<String, String> fields) {
        Content {
            images = List.copyOf(images);
            fields = Map.copyOf(fields);
        }
    }

    private JsonImages(byte[] body, int maxImages) {
        this.body = body;
        this.maxImages = maxImages;
    }

    /** @throws ProblemException when the body is not such an object, or contains more images */
    static Content read(byte[] body, int maxImages) {
        var reader = new JsonImages(body, maxImages);
        try (var parser = factory().createParser(body)) {
            reader.readObject(parser);
        } catch (StreamConstraintsException e) {
            throw malformed("the body may have at most " + MAX_VALUES + " JSON values, " + MAX_DEPTH
                    + " levels deep, and short names and numbers");
        } catch (IOException e) {
            throw malformed("the body is not a JSON object in UTF-8; omit the content type to send an image");
        }
        return new Content(reader.images, reader.fields);
    }

    /** One for each body: a factory keeps the names that its parsers have met, and these are the sender's. */
    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(MAX_VALUES)
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxStringLength(MAX_TEXT_LENGTH)
                        .build())
                .build();
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(400, "BAD_JSON", detail);
    }

    private void readObject(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "no object");
        }
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            readField(parser, name, parser.nextToken());
        }
        if (!parser.hasToken(JsonToken.END_OBJECT)) {
            throw new JsonParseException(parser, "no end");
        }
    }

    private void readField(JsonParser parser, String name, JsonToken value) throws IOException {
        if (name.equals(IMAGE)) {
            readImage(parser, value);
        } else if (name.equals(IMAGES) && value == JsonToken.START_ARRAY) {
            for (var image = parser.nextToken(); image != JsonToken.END_ARRAY; image = parser.nextToken()) {
                readImage(parser, image);
            }
        } else if (FIELDS.contains(name) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            fields.put(name, parser.getText());
        } else {
            parser.skipChildren();
        }
    }

    /** Decodes the text from the body itself: the parser would need several copies of it. */
    private void readImage(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value != JsonToken.VALUE_STRING) {
            throw new ProblemException(400, "BAD_BASE64", "an image must be a text in base64");
        }
        if (images.size() == maxImages) {
            throw tooMany();
        }
        var start = startOf(parser);
        images.add(Base64Image.decode(body, start, endOf(parser, start)));
    }

    private ProblemException tooMany() {
        return new ProblemException(
                422, "TOO_MANY_IMAGES", "the request has more than " + maxImages + " images, the maximum");
    }

    /** JSON that is not in UTF-8 is read as characters, which have no place among the bytes. */
    private int startOf(JsonParser parser) throws IOException {
        var quote = parser.currentTokenLocation().getByteOffset();
        if (quote < 0 || body[(int) quote] != '"') {
            throw new JsonParseException(parser, "not in UTF-8");
        }
        return (int) quote + 1;
    }

    private int endOf(JsonParser parser, int start) throws IOException {
        for (var i = start; i < body.length; i++) {
            if (body[i] == '"') {
                return i;
            }
            if (body[i] == '\\') {
                i++;
            }
        }
        throw new JsonParseException(parser, "no end");
    }
}
