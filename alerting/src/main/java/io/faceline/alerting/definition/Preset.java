package io.faceline.alerting.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A rule to begin with.
 *
 * @param title what the use is called
 * @param sentence what the rule says, in one sentence
 * @param notes what people must know before they rely on it
 * @param fill paths of the fields that are null in the rule and must be given, such as {@code who.list}
 * @param rule as people would write it
 */
public record Preset(String id, String title, String sentence, List<String> notes, List<String> fill, ObjectNode rule) {
    public Preset {
        notes = List.copyOf(notes);
        fill = List.copyOf(fill);
        rule = rule.deepCopy();
    }

    /** A copy that the caller may fill. */
    @Override
    public ObjectNode rule() {
        return rule.deepCopy();
    }
}
