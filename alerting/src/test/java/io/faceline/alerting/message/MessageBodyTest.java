package io.faceline.alerting.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.delivery.MessageTemplate;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageBodyTest {
    @Test
    void usualBody_isJson_withTypeIdsAndTimes() throws IOException {
        var body = MessageBody.of(TestMessages.opened(), null);

        var json = Mappers.JSON.readTree(body.bytes().toByteArray());
        assertThat(body.contentType()).isEqualTo("application/json");
        assertThat(json.get("type").asText()).isEqualTo("alert.opened");
        assertThat(json.get("id").asText()).isEqualTo(json.get("alertId").asText() + "-1");
        assertThat(json.get("observedAt").asText()).isEqualTo("2026-11-29T21:00:00Z");
        assertThat(json.get("localTime").asText()).isEqualTo("2026-11-29T22:00:00+01:00");
        assertThat(json.get("expiresAt").asText()).isEqualTo("2026-11-29T21:00:05Z");
        assertThat(json.get("ageMs").asLong()).isEqualTo(312);
        assertThat(json.get("subject").get("id").asText()).isEqualTo("person:ada");
    }

    @Test
    void value_isEscaped_asTheContentTypeWants() {
        var message = TestMessages.named("Ada \"X\" <b> & Zoë 🙂\n{{type}}");

        assertThat(rendered(message, "application/json"))
                .isEqualTo("Ada \\\"X\\\" \\u003cb> & Zoë \\ud83d\\ude42\\n{{type}}");
        assertThat(rendered(message, "application/xml")).isEqualTo("Ada &quot;X&quot; &lt;b&gt; &amp; Zoë 🙂 {{type}}");
        assertThat(rendered(message, "application/x-www-form-urlencoded"))
                .isEqualTo("Ada+%22X%22+%3Cb%3E+%26+Zo%C3%AB+%F0%9F%99%82%0A%7B%7Btype%7D%7D");
        assertThat(rendered(message, "text/plain; charset=utf-8")).isEqualTo("Ada \"X\" <b> & Zoë 🙂 {{type}}");
    }

    private static String rendered(Message message, String type) {
        var body = MessageBody.of(message, new MessageTemplate(type, "{{subject.name}}"));
        return new String(body.bytes().toByteArray(), StandardCharsets.UTF_8);
    }
}
