package io.faceline.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a version of a schema may not do to those who read by the version before: fields and words may be added; none is
 * removed, renamed, given another type, or left out where it was required.
 */
final class SchemaCompatibility {
    private SchemaCompatibility() {}

    /** What is broken, in words; empty if nothing is. */
    static List<String> broken(JsonNode before, JsonNode now) {
        var found = new ArrayList<String>();
        var current = SchemaFields.of(now);
        SchemaFields.of(before).forEach((path, field) -> {
            var changed = current.get(path);
            if (changed == null) {
                found.add(path + " was removed");
                return;
            }
            if (!field.types().containsAll(changed.types())) {
                found.add(path + " has another type");
            }
            if (field.isRequired() && !changed.isRequired()) {
                found.add(path + " was made optional");
            }
            if (!changed.words().containsAll(field.words())) {
                found.add(path + " lost a word");
            }
        });
        return found;
    }
}
