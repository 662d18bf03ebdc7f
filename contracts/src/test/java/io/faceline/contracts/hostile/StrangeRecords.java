package io.faceline.contracts.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.golden.GoldenRecord;
import io.faceline.contracts.golden.SampleRecords;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Random records as a stranger may write them to a topic: from its published shapes and from garbage, with any key,
 * headers and timestamp. The same seed makes the same records. {@code -Dfaceline.strange-records=100000} is the long form of
 * the tests, {@code -Dfaceline.strange-records.seed} makes other records.
 */
public final class StrangeRecords {
    public static final int COUNT = Integer.getInteger("faceline.strange-records", 1000);
    public static final long SEED = Long.getLong("faceline.strange-records.seed", 1);

    private static final String[] HEADERS = {"frame-id", "write", "answered", "stage", "cause", "traceparent", ""};

    private final Random random;
    private final ObjectMapper mapper;
    private final List<GoldenRecord<?>> samples;
    private final boolean isOpaque;

    /**
     * A record of bytes; absent ones are null.
     *
     * @param timestamp in milliseconds, -1 for none
     */
    public record Strange(byte[] key, byte[] value, Headers headers, long timestamp) {}

    public StrangeRecords(Topic<?> topic, long seed) {
        this(withoutPrefix(topic.name()), seed);
    }

    /** @param topic its name without a prefix */
    public StrangeRecords(String topic, long seed) {
        random = new Random(seed);
        samples = SampleRecords.all().stream()
                .filter(sample -> sample.folder().equals(topic))
                .filter(sample -> sample.value() != null)
                .toList();
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no sample of " + topic);
        }
        isOpaque = samples.get(0).format().equals("bin");
        mapper = samples.get(0).format().equals("json") ? Mappers.JSON : Mappers.CBOR;
    }

    private static String withoutPrefix(String topic) {
        return topic.startsWith(Topics.DEFAULT_PREFIX) ? topic.substring(Topics.DEFAULT_PREFIX.length()) : topic;
    }

    public Strange next() {
        var sample = samples.get(random.nextInt(samples.size()));
        var right = Objects.requireNonNull(sample.serialize());
        var value =
                switch (random.nextInt(10)) {
                    case 0 -> null;
                    case 1 -> bytes();
                    case 2, 3 -> damaged(right);
                    case 4 -> right;
                    default -> mutated(right);
                };
        return new Strange(key(sample.key(), value), value, headers(), timestamp());
    }

    private byte[] bytes() {
        var bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] damaged(byte[] right) {
        var damaged = Arrays.copyOf(right, random.nextBoolean() ? right.length : random.nextInt(right.length));
        for (var i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private byte[] mutated(byte[] right) {
        if (isOpaque) {
            return damaged(right);
        }
        try {
            var tree = mapper.readTree(right);
            for (var i = 1 + random.nextInt(3); i > 0; i--) {
                change(tree);
            }
            return mapper.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(JsonNode tree) {
        var parents = new ArrayList<JsonNode>();
        collect(tree, parents);
        if (parents.isEmpty()) {
            return;
        }
        var parent = parents.get(random.nextInt(parents.size()));
        if (parent instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set("field" + random.nextInt(3), strange());
                default -> object.set(name, strange());
            }
        } else if (parent instanceof ArrayNode array) {
            switch (random.nextInt(4)) {
                case 0 -> array.remove(random.nextInt(array.size()));
                case 1 -> array.add(array.get(random.nextInt(array.size())).deepCopy());
                default -> array.set(random.nextInt(array.size()), strange());
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode() && !node.isEmpty()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }

    private JsonNode strange() {
        var nodes = Mappers.JSON.getNodeFactory();
        return switch (random.nextInt(16)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.numberNode(Double.NaN);
            case 2 -> nodes.numberNode(random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
            case 3 -> nodes.numberNode(random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE);
            case 4 -> nodes.numberNode(random.nextInt());
            case 5 -> nodes.numberNode(random.nextDouble() * (random.nextBoolean() ? 1e300 : 1));
            case 6 -> nodes.numberNode(System.currentTimeMillis());
            case 7 -> nodes.textNode("x".repeat(Math.max(1, 180 + random.nextInt(130))));
            case 8 ->
                nodes.textNode(List.of("shared", "fence", "photo:x", "session", "anna", "job/0", "a/b:c")
                        .get(random.nextInt(7)));
            case 9 -> nodes.textNode("line\n\u001b[2J\u202e\u0000");
            case 10 -> nodes.binaryNode(bytes());
            case 11 -> nodes.arrayNode();
            case 12 -> nodes.objectNode();
            case 13 -> nodes.booleanNode(random.nextBoolean());
            case 14 ->
                nodes.objectNode()
                        .put(
                                "kind",
                                List.of("probe", "detect", "made", "failed", "enrollment", "verify-frame", "?")
                                        .get(random.nextInt(7)));
            default -> nodes.numberNode(-1);
        };
    }

    private byte[] key(String right, byte[] value) {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> bytes();
            case 2 -> "front door #1".getBytes(UTF_8);
            default -> keyOf(right, value).getBytes(UTF_8);
        };
    }

    /** The session that the value names, so that the record is not refused for its key alone. */
    private String keyOf(String right, byte[] value) {
        try {
            var tree = value == null ? null : mapper.readTree(value);
            var session = tree == null ? null : tree.findValue("session");
            return session == null || !session.isTextual() ? right : session.textValue();
        } catch (IOException e) {
            return right;
        }
    }

    private Headers headers() {
        var headers = new RecordHeaders();
        for (var i = random.nextInt(4); i > 0; i--) {
            headers.add(HEADERS[random.nextInt(HEADERS.length)], header());
        }
        return headers;
    }

    private byte[] header() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> bytes();
            case 2 -> new byte[0];
            case 3 -> "w/-1".getBytes(UTF_8);
            case 4 -> ("w/" + Long.MAX_VALUE).getBytes(UTF_8);
            default -> "job/0".getBytes(UTF_8);
        };
    }

    private long timestamp() {
        return switch (random.nextInt(4)) {
            case 0 -> -1;
            case 1 -> 0;
            case 2 -> Math.abs(random.nextLong() >>> 1);
            default -> System.currentTimeMillis();
        };
    }
}
