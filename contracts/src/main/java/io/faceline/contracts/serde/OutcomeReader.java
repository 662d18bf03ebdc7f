package io.faceline.contracts.serde;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Outcome;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an outcome; one of a kind that a newer version added as failed. Jackson's default type is no alternative: it
 * remembers each unknown kind for ever, and anyone may write them.
 */
final class OutcomeReader extends StdDeserializer<Outcome<?>> implements ContextualDeserializer {
    private static final long serialVersionUID = 1;

    private static final String KIND = "kind";

    private final JavaType valueType;

    OutcomeReader() {
        this(TypeFactory.unknownType());
    }

    private OutcomeReader(JavaType valueType) {
        super(Outcome.class);
        this.valueType = valueType;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new OutcomeReader(context.getContextualType().containedTypeOrUnknown(0));
    }

    /** The kind is read here. */
    @Override
    public Outcome<?> deserializeWithType(JsonParser in, DeserializationContext context, TypeDeserializer types)
            throws IOException {
        return deserialize(in, context);
    }

    @Override
    public Outcome<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.isExpectedStartObjectToken()) {
            return context.reportInputMismatch(this, "an outcome must be a map with a kind");
        }
        if (KIND.equals(in.nextFieldName())) { // As in all that we write: read without a copy.
            return read(in.nextTextValue(), in, context);
        }
        var copy = context.readTree(in);
        try (var fields = copy.traverse(in.getCodec())) {
            fields.nextToken();
            return read(copy.path(KIND).textValue(), fields, context);
        }
    }

    /** @param in before a field, or before the end */
    private Outcome<?> read(@Nullable String kind, JsonParser in, DeserializationContext context) throws IOException {
        if (kind == null) {
            return context.reportInputMismatch(this, "an outcome must have a kind");
        }
        var fields = new Fields();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var field = kind + " " + in.currentName();
            in.nextToken();
            switch (field) {
                case "made value" -> fields.value = context.readValue(in, valueType);
                case "dropped reason" -> fields.reason = context.readValue(in, DropReason.class);
                case "failed code" -> fields.code = context.readValue(in, FailureCode.class);
                case "failed message" -> fields.message = context.readValue(in, String.class);
                default -> in.skipChildren();
            }
        }
        return switch (kind) {
            case "made" -> Outcome.made(required("value", fields.value, context));
            case "dropped" -> Outcome.dropped(required("reason", fields.reason, context));
            case "failed" ->
                Outcome.failed(required("code", fields.code, context), required("message", fields.message, context));
            default ->
                Outcome.failed(
                        FailureCode.UNKNOWN, "the outcome is of a kind that a newer version added: upgrade the reader");
        };
    }

    private <V> V required(String field, @Nullable V read, DeserializationContext context) throws IOException {
        return read != null ? read : context.reportInputMismatch(this, "an outcome must have the field %s", field);
    }

    /** Those that were read. */
    private static final class Fields {
        private @Nullable Object value;
        private @Nullable DropReason reason;
        private @Nullable FailureCode code;
        private @Nullable String message;
    }
}
