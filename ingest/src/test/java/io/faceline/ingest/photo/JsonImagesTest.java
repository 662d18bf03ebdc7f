package io.faceline.ingest.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import com.sun.management.ThreadMXBean;
import io.faceline.contracts.Blob;
import io.faceline.runtime.http.ProblemException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonImagesTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final byte[] IMAGE = random(1000);

    @Test
    void imagesAndFields_areRead() {
        var one = Base64.getEncoder().encodeToString(IMAGE);
        var other = Base64.getEncoder().encodeToString(random(1));

        var content = read("{\"name\":\"Zoë \\\"王\\\"\",\"image\":\"" + one + "\",\"scope\":null,\"x\":{\"image\":[1]},"
                + "\"images\":[\"" + other
                + "\",null],\"allowLookalike\":true,\"allowPoor\":true,\"person\":7,\"else\":\"y\"}");

        assertThat(content.images()).containsExactly(Blob.wrap(IMAGE), Blob.wrap(random(1)));
        assertThat(content.fields())
                .containsOnly(
                        entry("name", "Zoë \"王\""),
                        entry("allowLookalike", "true"),
                        entry("allowPoor", "true"),
                        entry("person", "7"));
    }

    @Test
    void base64_isTakenOfEitherAlphabetWithAndWithoutPadding() {
        for (var length = 0; length < 300; length++) {
            var image = random(length);
            for (var encoder : new Base64.Encoder[] {
                Base64.getEncoder(),
                Base64.getUrlEncoder(),
                Base64.getEncoder().withoutPadding(),
                Base64.getUrlEncoder().withoutPadding(),
                Base64.getMimeEncoder()
            }) {
                var text = encoder.encodeToString(image);

                assertThat(image(text.replace("\r\n", "\\r\\n"))).isEqualTo(Blob.wrap(image));
                assertThat(image(text.replace("\r\n", " ").replace("/", "\\/").replace("+", "\\u002B")))
                        .isEqualTo(Blob.wrap(image));
                assertThat(image("data:image/png;base64," + text.replace("\r\n", "")))
                        .isEqualTo(Blob.wrap(image));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"hello, this is no base64!!\"",
                "\"%%%\"",
                "\"*\"",
                "\"A\"",
                "\"AAAAA\"",
                "\"AA=\"",
                "\"AA=A\"",
                "\"AAAA=\"",
                "\"AAAA====\"",
                "\"=\"",
                "\"==\"",
                "\"data:image/png;base64,%\"",
                "\"data:image/png;base64\"",
                "\"AAA\\u00e4\"",
                "\"AAA\\u0\"",
                "\"AAAä\"",
                "\"AAA\\\"\"",
                "7",
                "true",
                "{}",
                "[\"AAAA\"]"
            })
    void whatIsNoBase64_isRefusedAsThat(String image) {
        assertRefused("{\"image\":" + image + "}", "BAD_BASE64");
        assertRefused("{\"images\":[" + image + "]}", "BAD_BASE64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"\"",
                "null",
                "{",
                "{\"image\"",
                "{\"image\":",
                "{\"image\":\"AAAA",
                "{\"image\":\"AAAA\"",
                "{\"images\":[\"AAAA\"",
                "{\"image\":\"AAAA\\",
                "{image:1}"
            })
    void whatIsNoObject_isRefused(String json) {
        assertRefused(json, "BAD_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void whatIsNotInUtf8_isRefused(String charset) {
        var json = "{\"image\":\"AAAA\"}".getBytes(Charset.forName(charset));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> JsonImages.read(json, 20))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("BAD_JSON"));
    }

    @Test
    void moreImagesThanAnyRouteTakes_areNotDecoded() {
        assertRefused("{\"images\":[" + "\"AAAA\",".repeat(21) + "\"AAAA\"]}", "TOO_MANY_IMAGES");
    }

    /** Each of these takes a hundred bytes of memory as a tree, for three of text. */
    @Test
    void manySmallValues_costNextToNothing() {
        for (var value : new String[] {"{},", "[],", "\"\",", "1,", "{\"a\":1},"}) {
            var values = value.repeat(20 * MEBIBYTE / value.length());
            var last = value.substring(0, value.length() - 1);

            assertRefusedAtNoCost("{\"x\":[" + values + last + "]}", "BAD_JSON");
            assertRefusedAtNoCost("{\"x\":{\"y\":[" + values + last + "]}}", "BAD_JSON");
        }
        assertRefusedAtNoCost("{\"images\":[" + "\"\",".repeat(20 * MEBIBYTE / 3) + "\"\"]}", "TOO_MANY_IMAGES");
    }

    @Test
    void manyNames_costNextToNothing() {
        var json = new StringBuilder("{");
        for (var i = 0; json.length() < 20 * MEBIBYTE; i++) {
            json.append("\"name").append(i).append("\":0,");
        }

        assertRefusedAtNoCost(json.append("\"x\":0}").toString(), "BAD_JSON");
    }

    @Test
    void deepNestingLongNumbersAndLongTexts_costNextToNothing() {
        assertRefusedAtNoCost("{\"x\":" + "[".repeat(20 * MEBIBYTE), "BAD_JSON");
        assertRefusedAtNoCost("{\"x\":" + "{\"x\":".repeat(4 * MEBIBYTE), "BAD_JSON");
        assertRefusedAtNoCost("{\"name\":" + "9".repeat(20 * MEBIBYTE) + "}", "BAD_JSON");
        assertRefusedAtNoCost("{\"name\":\"" + "a".repeat(20 * MEBIBYTE) + "\"}", "BAD_JSON");
        assertRefusedAtNoCost("{\"" + "a".repeat(20 * MEBIBYTE) + "\":1}", "BAD_JSON");
    }

    @Test
    void memory_isThatOfTheImages() {
        var image = random(15 * MEBIBYTE);
        var body = ("{\"skipped\":\"" + "a".repeat(20 * MEBIBYTE) + "\",\"image\":\""
                        + Base64.getEncoder().encodeToString(image) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        var before = allocated();

        var content = JsonImages.read(body, 20);

        assertThat(content.images()).containsExactly(Blob.wrap(image));
        assertThat(allocated() - before).isLessThan(5L * image.length);
    }

    private static void assertRefusedAtNoCost(String json, String code) {
        var body = json.getBytes(StandardCharsets.US_ASCII);
        var before = allocated();
        var start = THREADS.getCurrentThreadCpuTime();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> JsonImages.read(body, 20))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));

        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(allocated() - before).isLessThan(5 * MEBIBYTE);
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static void assertRefused(String json, String code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(json))
                .satisfies(problem -> assertThat(problem.code()).as(json).isEqualTo(code));
    }

    private static Blob image(String base64) {
        return read("{ \"image\" : \"" + base64 + "\" }").images().get(0);
    }

    private static JsonImages.Content read(String json) {
        return JsonImages.read(json.getBytes(StandardCharsets.UTF_8), 20);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
