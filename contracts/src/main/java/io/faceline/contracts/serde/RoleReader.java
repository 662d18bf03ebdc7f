package io.faceline.contracts.serde;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import io.faceline.contracts.frame.Role;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a role; one of a kind that a newer version added as {@link Role.Unknown}. Jackson's default type is no
 * alternative: it remembers each unknown kind for ever, and anyone may write them.
 */
final class RoleReader extends StdDeserializer<Role> {
    private static final long serialVersionUID = 1;
    private static final String KIND = "kind";

    private static final Map<String, Class<?>> KINDS = Arrays.stream(
                    Kinds.OfRole.class.getAnnotation(JsonSubTypes.class).value())
            .collect(Collectors.toMap(JsonSubTypes.Type::name, JsonSubTypes.Type::value));

    RoleReader() {
        super(Role.class);
    }

    @Override
    public Role deserialize(JsonParser in, DeserializationContext context) throws IOException {
        var role = context.readTree(in);
        var kind = role.path(KIND).textValue();
        if (kind == null) {
            return context.reportInputMismatch(this, "a role must have a kind");
        }
        var type = KINDS.get(kind);
        return type == null ? new Role.Unknown(kind) : (Role) context.readTreeAsValue(role, type);
    }

    /** The kind is read above. */
    @Override
    public Role deserializeWithType(JsonParser in, DeserializationContext context, TypeDeserializer types)
            throws IOException {
        return deserialize(in, context);
    }
}
