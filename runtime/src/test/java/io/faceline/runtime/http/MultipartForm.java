package io.faceline.runtime.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form as browsers send it when it has files. */
public final class MultipartForm {
    private final String boundary;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public MultipartForm() {
        this("xx");
    }

    /** @param boundary what the parts do not contain */
    public MultipartForm(String boundary) {
        this.boundary = boundary;
    }

    public MultipartForm fields(Map<String, String> values) {
        values.forEach(this::field);
        return this;
    }

    public MultipartForm field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    /** Files of the part {@code file}, whose names say nothing. */
    public MultipartForm files(byte[]... contents) {
        for (var content : contents) {
            file("file", "a", content);
        }
        return this;
    }

    public MultipartForm file(String name, String fileName, byte[] content) {
        return part(
                "name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream",
                content);
    }

    private MultipartForm part(String disposition, byte[] content) {
        write("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    public String mediaType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
