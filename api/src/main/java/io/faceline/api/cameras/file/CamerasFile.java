package io.faceline.api.cameras.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.api.cameras.definition.CameraFields;
import io.faceline.api.cameras.definition.Fields;
import io.faceline.api.cameras.definition.SignIns;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads cameras from YAML:
 *
 * <pre>
 * cameras:
 *   door:
 *     name: Front door
 *     address: rtsp://10.0.0.7/stream1
 *     secret: DOOR
 *     fps: 5
 * </pre>
 *
 * The fields are those of the API; {@code fps} stands for {@code framesPerSecond}, and the name is the id if it is not given.
 * Every value is read as text, so that nothing is taken for a number, a date or a boolean. Credentials are names of secrets: a
 * user name or password in the file is refused.
 */
final class CamerasFile {
    private static final int MAX_CHARACTERS = 1024 * 1024;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_DEPTH = 8;

    private final CameraFields fields = new CameraFields(new SignIns(Optional.empty()));
    private final int max;

    /** @param max cameras */
    CamerasFile(int max) {
        this.max = max;
    }

    /**
     * @param now when the cameras change
     * @throws IllegalArgumentException that says what is wrong where, without values of the file
     */
    Map<String, Camera> read(String text, Instant now) {
        var cameras = new LinkedHashMap<String, Camera>();
        for (var entry : entries(text).entrySet()) {
            var id = String.valueOf(entry.getKey());
            cameras.put(id, camera(id, entry.getValue(), now));
        }
        if (cameras.size() > max) {
            throw new IllegalArgumentException(
                    "it has " + cameras.size() + " cameras; FACELINE_MAX_CAMERAS allows " + max);
        }
        return cameras;
    }

    private static Map<?, ?> entries(String text) {
        if (!(parsed(text) instanceof Map<?, ?> document) || document.size() != 1 || !document.containsKey("cameras")) {
            throw new IllegalArgumentException("it must begin with \"cameras:\", and have nothing else at that level");
        }
        var cameras = document.get("cameras");
        if (cameras == null || cameras.equals("")) {
            return Map.of();
        }
        if (cameras instanceof Map<?, ?> entries) {
            return entries;
        }
        throw new IllegalArgumentException(
                "below \"cameras:\" there must be the id of each camera, such as \"door:\", and"
                        + " below each its name, address and other fields");
    }

    private static Object parsed(String text) {
        try {
            return yaml().load(text);
        } catch (MarkedYAMLException e) {
            // Not the message, which repeats lines of the file.
            var mark = e.getProblemMark();
            throw new IllegalArgumentException(
                    "it is no YAML" + (mark == null ? "" : ", see line " + (mark.getLine() + 1)));
        } catch (YAMLException e) {
            throw new IllegalArgumentException("it is no YAML, or has more than " + MAX_CHARACTERS + " characters");
        }
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        var output = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(output), output, options, new TextsOnly());
    }

    /** Takes every plain value for text. */
    private static final class TextsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: "123" and "no" are texts.
        }

        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            // None.
        }
    }

    private Camera camera(String id, Object value, Instant now) {
        var prefix = "camera \"" + id + "\": ";
        if (!(value instanceof Map<?, ?> given) || given.containsKey("id")) {
            throw new IllegalArgumentException(
                    prefix + "it must have fields such as name and address, and no id of its own");
        }
        try {
            return fields.create(Fields.ofTexts(object(id, given)), CameraOrigin.FILE, now);
        } catch (ProblemException e) {
            throw new IllegalArgumentException(prefix + reason(e));
        }
    }

    private static String reason(ProblemException problem) {
        return problem.code().equals("NO_SECRET_KEY")
                ? "user name and password cannot stand in the file: write FACELINE_SECRET_NAME=user:password into the"
                        + " environment, or NAME=user:password into the file FACELINE_SECRETS_FILE, and \"secret: NAME\""
                        + " here"
                : problem.getMessage();
    }

    private static ObjectNode object(String id, Map<?, ?> given) {
        var object = objectNode(id, given, 0);
        object.put("id", id);
        if (!object.has("name")) {
            object.put("name", id);
        }
        if (object.has("fps") && !object.has("framesPerSecond")) {
            object.set("framesPerSecond", object.remove("fps"));
        }
        return object;
    }

    private static ObjectNode objectNode(String id, Map<?, ?> given, int depth) {
        var object = Mappers.JSON.createObjectNode();
        given.forEach((name, value) -> object.set(String.valueOf(name), node(id, value, depth + 1)));
        return object;
    }

    private static JsonNode node(String id, Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("camera \"" + id + "\": a value of it is too deep, or contains itself");
        }
        if (value instanceof Map<?, ?> object) {
            return objectNode(id, object, depth);
        }
        if (value instanceof Collection<?> list) {
            var array = Mappers.JSON.createArrayNode();
            list.forEach(item -> array.add(node(id, item, depth + 1)));
            return array;
        }
        return Mappers.JSON.getNodeFactory().textNode(String.valueOf(value));
    }
}
