package io.faceline.api.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The OpenAPI document, written as YAML and served as JSON. */
final class OpenApiDocument {
    private OpenApiDocument() {}

    static byte[] json() {
        return YamlDocument.read("openapi.yaml").toString().getBytes(UTF_8);
    }
}
