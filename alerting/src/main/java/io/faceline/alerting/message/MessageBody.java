package io.faceline.alerting.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.samskivert.mustache.MustacheException;
import io.faceline.contracts.Blob;
import io.faceline.contracts.delivery.MessageTemplate;
import io.faceline.contracts.serde.Mappers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes that are sent and signed. */
public record MessageBody(String contentType, Blob bytes) {
    /** Of the usual body. */
    public static final String JSON = "application/json";

    /**
     * @param template absent for the usual body
     * @throws IllegalArgumentException when the template cannot be rendered, which {@link TemplateCheck} would have told
     */
    public static MessageBody of(Message message, @Nullable MessageTemplate template) {
        try {
            return template == null
                    ? new MessageBody(JSON, Blob.wrap(Mappers.JSON.writeValueAsBytes(message)))
                    : new MessageBody(template.contentType(), rendered(message, template));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message is always JSON", e);
        }
    }

    private static Blob rendered(Message message, MessageTemplate template) {
        try {
            var text = TemplateText.of(template).render(TemplateText.variables(message));
            return Blob.wrap(text.getBytes(StandardCharsets.UTF_8));
        } catch (MustacheException | UnsupportedOperationException e) {
            throw new IllegalArgumentException("the template cannot be rendered: " + e.getMessage(), e);
        }
    }
}
