package io.faceline.alerting.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.delivery.MessageTemplate;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {
    private static final String JSON = "application/json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"{{rule.name}}: {{subject.name}} at {{source}}\"}",
                "{\"event_action\": \"{{type}}\", \"dedup_key\": \"{{alertId}}\"{{#picture}}, \"image\": \"{{.}}\"{{/picture}}}",
                "{\"n\": \"{{count}}\", \"each\": [{{#alerts}}\"{{id}}\",{{/alerts}} null]}"
            })
    void template_isAccepted_thatIsJsonWithAnyValues(String text) {
        assertThat(TemplateCheck.of(new MessageTemplate(JSON, text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"{{{subject.name}}}\"}",
                "{\"text\": \"{{&subject.name}}\"}",
                "{{=<% %>=}}{\"text\": \"<%& subject.name %>\"}",
                "{\"text\": {{subject.name}}}",
                "{\"count\": {{count}}}",
                "{\"text\": \"{{#rule}}\"}",
                "{\"text\": \"{{>other}}\"}",
                "{{type}}"
            })
    void template_isRefused_thatWouldNotBeJson(String text) {
        assertThat(TemplateCheck.of(new MessageTemplate(JSON, text))).isPresent();
    }

    @Test
    void unescapedVariable_isRefused_exceptInPlainText() {
        var text = "<p>{{{subject.name}}}</p>";

        assertThat(TemplateCheck.of(new MessageTemplate("text/html", text))).isPresent();
        assertThat(TemplateCheck.of(new MessageTemplate("text/plain", text))).isEmpty();
    }

    @Test
    void contentType_isRefused_thatWouldBeAnotherHeader() {
        assertThat(TemplateCheck.of(new MessageTemplate("json", "{}"))).isPresent();
    }

    @Test
    void methodsOfValues_cannotBeCalled() {
        var rendered = MessageBody.of(
                TestMessages.opened(),
                new MessageTemplate("text/plain", "[{{type.class}}{{id.getBytes}}{{id.length}}]"));

        assertThat(new String(rendered.bytes().toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("[]");
    }
}
