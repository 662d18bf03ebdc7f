package io.faceline.alerting.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.samskivert.mustache.MustacheException;
import io.faceline.contracts.delivery.MessageTemplate;
import io.faceline.contracts.serde.Mappers;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tries a template before it is stored: with every variable absent, long and hostile. */
public final class TemplateCheck {
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+(;[ A-Za-z0-9=.\"-]*)?");
    private static final int MAX_RENDERED = 1 << 20;

    private TemplateCheck() {}

    /** What is wrong with the template, as a sentence; empty if it can be used. */
    public static Optional<String> of(MessageTemplate template) {
        if (!CONTENT_TYPE.matcher(template.contentType()).matches()) {
            return Optional.of("The content type must be such as application/json");
        }
        try {
            var text = TemplateText.of(template);
            return TemplateTrials.all()
                    .flatMap(trial -> fault(template, text, trial).stream())
                    .findFirst();
        } catch (MustacheException | UnsupportedOperationException e) {
            return Optional.of("The template cannot be read: " + e.getMessage());
        }
    }

    private static Optional<String> fault(MessageTemplate template, TemplateText text, TemplateTrials.Trial trial) {
        var rendered = text.render(trial.variables());
        var escaping = TemplateEscaping.of(template.contentType());
        if (rendered.length() > MAX_RENDERED) {
            return Optional.of("With long values the message has more than a million characters");
        }
        if (escaping != TemplateEscaping.PLAIN && rendered.contains(TemplateTrials.HOSTILE)) {
            return Optional.of("A variable in three braces, or after &, is not escaped: write it in two braces");
        }
        return escaping == TemplateEscaping.JSON ? jsonFault(rendered, trial) : Optional.empty();
    }

    private static Optional<String> jsonFault(String rendered, TemplateTrials.Trial trial) {
        try {
            var reader = Mappers.JSON
                    .readerFor(Object.class)
                    .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
            var value = reader.readValue(rendered);
            return value instanceof Map || value instanceof Iterable
                    ? Optional.empty()
                    : Optional.of("The message is not a JSON object or array " + trial.when());
        } catch (JsonProcessingException e) {
            return Optional.of("The message is not JSON " + trial.when() + ": " + e.getOriginalMessage());
        }
    }
}
