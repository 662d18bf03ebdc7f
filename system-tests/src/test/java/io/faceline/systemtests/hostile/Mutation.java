package io.faceline.systemtests.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A request with a few things wrong with it, by chance. */
final class Mutation {
    private static final String[] TOKENS = {
        "\r\n",
        "\n",
        "\0",
        "%00",
        "..",
        "/",
        "%2f",
        "{",
        "}",
        "[",
        "\"",
        "\\u0000",
        "é",
        "😀",
        "-1",
        "9".repeat(30),
        ":",
        ";",
        "--x",
        "chunked",
        "gzip",
        "multipart/form-data",
        "application/json",
        " ",
        "\t",
        "?",
        "&",
        "=",
        "<script>",
        "\u202e"
    };

    private Mutation() {}

    static byte[] of(byte[] right, Random random) {
        var changed = right;
        for (var times = 1 + random.nextInt(4); times > 0 && changed.length > 0; times--) {
            changed = once(changed, random);
        }
        return changed;
    }

    private static byte[] once(byte[] bytes, Random random) {
        var at = random.nextInt(bytes.length);
        var end = Math.min(bytes.length, at + 1 + random.nextInt(20));
        return switch (random.nextInt(5)) {
            case 0 -> spliced(bytes, at, new byte[] {(byte) random.nextInt()}, at + 1);
            case 1 -> spliced(bytes, at, new byte[0], end);
            case 2 -> spliced(bytes, end, Arrays.copyOfRange(bytes, at, end), end);
            case 3 -> Arrays.copyOf(bytes, at);
            default -> spliced(bytes, at, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8), at);
        };
    }

    private static byte[] spliced(byte[] bytes, int to, byte[] middle, int from) {
        var spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, to);
        spliced.writeBytes(middle);
        spliced.write(bytes, from, bytes.length - from);
        return spliced.toByteArray();
    }
}
