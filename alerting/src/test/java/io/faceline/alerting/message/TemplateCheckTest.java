package io.faceline.alerting.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.delivery.MessageTemplate;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
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
    void templateOfTheHowTo_isAccepted_andResolvesWhatIsOver() throws IOException {
        var page = Files.readString(Path.of("../docs/how-to/receive-alerts.md"));
        var example = Pattern.compile("```json\n(\\{\\s+\"routing_key.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(example.find()).isTrue();
        var template = new MessageTemplate(JSON, example.group(1));

        assertThat(TemplateCheck.of(template)).isEmpty();
        var json = Mappers.JSON.readTree(
                MessageBody.of(TestMessages.opened(), template).bytes().toByteArray());
        assertThat(json.get("event_action").asText()).isEqualTo("trigger");
        assertThat(json.get("dedup_key").asText()).isEqualTo("mfrggzdfmztwq2lknnwg23tpoa");
        assertThat(TemplateText.of(new MessageTemplate("text/plain", "{{#is.over}}over{{/is.over}}"))
                        .render(Map.of("is", Map.of("over", true))))
                .isEqualTo("over");
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
