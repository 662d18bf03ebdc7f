package io.faceline.alerting.message;

import com.fasterxml.jackson.core.type.TypeReference;
import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.delivery.MessageTemplate;
import io.faceline.contracts.serde.Mappers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A template of Mustache that sees the fields of a message and nothing else of Java. Thread-safe. */
final class TemplateText {
    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private static final String TYPE = "alert.";

    private final Template template;

    private TemplateText(Template template) {
        this.template = template;
    }

    /** @throws com.samskivert.mustache.MustacheException when it cannot be parsed */
    static TemplateText of(MessageTemplate template) {
        var escaping = TemplateEscaping.of(template.contentType());
        return new TemplateText(Mustache.compiler()
                .withEscaper(escaping::escape)
                .withCollector(new Fields())
                .defaultValue("")
                .emptyStringIsFalse(true)
                .compile(template.text()));
    }

    /**
     * The fields of the message, as in the usual body, and {@code is} for conditions, which Mustache has on presence alone:
     * such as {@code is.closed} by the type, and {@code is.over} if the alert has ended, however.
     */
    static Map<String, Object> variables(Message message) {
        var variables = new LinkedHashMap<>(Mappers.JSON.convertValue(message, VARIABLES));
        var is = new LinkedHashMap<String, Object>();
        is.put(message.type().text().substring(TYPE.length()), true);
        if (message instanceof AlertMessage alert && alert.state() == AlertState.CLOSED) {
            is.put("over", true);
        }
        variables.put("is", is);
        return variables;
    }

    String render(Map<String, Object> variables) {
        return template.execute(variables);
    }

    /** Finds values of maps alone: by default every method of a value could be called. */
    private static final class Fields extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
