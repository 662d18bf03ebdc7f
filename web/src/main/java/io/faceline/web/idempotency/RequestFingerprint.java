package io.faceline.web.idempotency;

import io.faceline.contracts.Sha256;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Identifies equal requests: SHA-256 of method, path, query and body. For a form, hashes the parts, since the boundary
 * differs each time. For a body streamed to disk, hashes only the length, so that it is not read twice.
 */
public final class RequestFingerprint {
    private static final String STREAMED = "/api/v1/videos";

    private final MessageDigest digest = Sha256.digest();

    private RequestFingerprint() {}

    /** The fingerprint of a request. Reads the body unless it is streamed; it can be read again afterwards. */
    static String of(Context context) {
        var fingerprint = new RequestFingerprint();
        fingerprint.add(context.req().getMethod());
        fingerprint.add(context.req().getRequestURI());
        fingerprint.add(String.valueOf(context.queryString()));
        fingerprint.addBody(context);
        return fingerprint.hex();
    }

    /** The fingerprint of a sequence of texts. */
    static String of(String... texts) {
        var fingerprint = new RequestFingerprint();
        for (var text : texts) {
            fingerprint.add(text);
        }
        return fingerprint.hex();
    }

    /** Whether the route streams the body itself. */
    public static boolean isStreamed(Context context) {
        return context.path().equals(STREAMED);
    }

    private void addBody(Context context) {
        if (isStreamed(context)) {
            add(Long.toString(context.req().getContentLengthLong()));
        } else if (context.isMultipartFormData()) {
            new TreeMap<>(context.formParamMap()).forEach((name, values) -> {
                add(name);
                values.forEach(this::add);
            });
            context.uploadedFiles().forEach(this::add);
        } else {
            add(context.bodyAsBytes());
        }
    }

    private void add(UploadedFile file) {
        try (var content = file.content()) {
            add(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
