package io.faceline.systemtests.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What people send who mean no good, or whose program is broken. */
final class HostileValues {
    static final String BOUNDARY = "multipart/form-data; boundary=x";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final int DEEP = 10_000;
    private static final Map<String, byte[]> BODIES = makeBodies();
    private static final Map<String, byte[]> PACKED = packed();

    private HostileValues() {}

    /** As they stand in an address. */
    static List<String> inAddresses() {
        return List.of(
                "..%2f..%2f..%2fetc%2fpasswd",
                "%2e%2e%2f%2e%2e",
                "..%5c..%5cwindows",
                "%252e%252e%252f",
                "%00",
                "a%00b",
                "%0d%0aInjected:%20yes",
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "%E2%80%AEevil",
                "%F0%9F%98%80",
                "%c0%af",
                "%zz",
                "%",
                ";jsessionid=1",
                "$%7Bjndi:ldap://x%7D",
                "'%20OR%201=1",
                "-1",
                "99999999999999999999999999",
                "x".repeat(5000));
    }

    /** As they stand in a header or a part; line breaks would be two headers. */
    static List<String> inHeaders() {
        return List.of(
                "",
                "\0",
                SCRIPT,
                "\u202Eevil",
                "😀",
                "../../etc/passwd",
                "bytes=0-0,1-1,99999999999999999999-",
                "x".repeat(4000),
                "a\rInjected: yes",
                "a\n b");
    }

    /** Bodies by what they are, each with the type it claims. */
    static Map<String, byte[]> bodies() {
        return BODIES;
    }

    /** The same, compressed. */
    static Map<String, byte[]> packedBodies() {
        return PACKED;
    }

    private static Map<String, byte[]> packed() {
        var packed = new LinkedHashMap<String, byte[]>();
        BODIES.forEach((what, body) -> packed.put(what, gzip(body)));
        return packed;
    }

    private static Map<String, byte[]> makeBodies() {
        var bodies = new LinkedHashMap<String, byte[]>();
        bodies.put("nothing", new byte[0]);
        bodies.put("truncated JSON", utf8("{\"name\":\"a"));
        bodies.put("not an object", utf8("[1,2,3]"));
        bodies.put("null", utf8("null"));
        bodies.put("deep JSON", utf8("[".repeat(DEEP) + "]".repeat(DEEP)));
        bodies.put("deep objects", utf8("{\"image\":".repeat(DEEP) + "1" + "}".repeat(DEEP)));
        bodies.put("keys twice", utf8("{\"name\":\"a\",\"name\":\"b\",\"into\":\"c\",\"into\":\"d\"}"));
        bodies.put("huge number", utf8("{\"name\":" + "9".repeat(5000) + ",\"image\":1e999999999}"));
        bodies.put("long name", utf8("{\"name\":\"" + "n".repeat(10_000) + "\"}"));
        bodies.put("turned name", utf8("{\"name\":\"\u202Eevil\",\"into\":\"\u202E\"}"));
        bodies.put("name with NUL", utf8("{\"name\":\"a\\u0000b\",\"into\":\"\\u0000\"}"));
        bodies.put("name with line breaks", utf8("{\"name\":\"a\\r\\nInjected: yes\"}"));
        bodies.put("lone surrogate", utf8("{\"name\":\"\\ud800\"}"));
        bodies.put("no base64", utf8("{\"image\":\"!!!\",\"images\":[1,{},null]}"));
        bodies.put("no UTF-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        bodies.put("zip", zip());
        bodies.put("SVG with script", utf8("<svg xmlns=\"http://www.w3.org/2000/svg\">" + SCRIPT + "</svg>"));
        bodies.put("HTML", utf8("<html>" + SCRIPT));
        bodies.put("EXE", concat(utf8("MZ\220\0\3"), random(1000)));
        bodies.put("cut JPEG", concat(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, random(300)));
        bodies.put("PNG of 4 billion pixels", pngOf(65_535, 65_535));
        bodies.put("cut MP4", concat(utf8("\0\0\0\030ftypmp42\0\0\0\0"), random(500)));
        bodies.put("gzip bomb", gzip(new byte[20 << 20]));
        bodies.put("random", random(3000));
        bodies.put("cut form", utf8("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a"));
        bodies.put("form without end", part("name=\"file\"; filename=\"a.jpg\"", "GIF89a", false));
        bodies.put(
                "file names that lead away", part("name=\"file\"; filename=\"../../../etc/cron.d/x\"", SCRIPT, true));
        bodies.put("file name with quotes", part("name=\"file\"; filename=\"a\\\"\r\nInjected: yes\"", "x", true));
        bodies.put("long field", part("name=\"" + "n".repeat(10_000) + "\"", "x", true));
        bodies.put("long name in a form", part("name=\"name\"", "n".repeat(10_000), true));
        bodies.put("turned name in a form", part("name=\"name\"", "\u202Eevil", true));
        bodies.put("many parts", many("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n\r\n", 3000));
        return bodies;
    }

    static List<String> types() {
        return List.of(
                "application/json",
                "image/jpeg",
                BOUNDARY,
                "multipart/form-data",
                "video/mp4",
                "text/html",
                "application/x-www-form-urlencoded",
                "text/plain; charset=no-such",
                "\"");
    }

    private static byte[] part(String disposition, String content, boolean isEnded) {
        return utf8("--x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content
                + (isEnded ? "\r\n--x--\r\n" : ""));
    }

    private static byte[] many(String part, int count) {
        return utf8(part.repeat(count) + "--x--\r\n");
    }

    private static byte[] pngOf(int width, int height) {
        var head = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        var size = ByteBuffer.allocate(17)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2);
        return concat(head, size.array());
    }

    private static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../evil.jsp"));
            zip.write(utf8(SCRIPT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
