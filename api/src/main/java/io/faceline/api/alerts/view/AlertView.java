package io.faceline.api.alerts.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.WatchList;
import org.jspecify.annotations.Nullable;

/**
 * An alert as an answer.
 *
 * @param alert without people who were deleted since, or whom the asker may not see
 * @param ruleName null if the rule was deleted
 * @param person the subject, or whom the face may be; null if it is nobody, or nobody whom the asker may see
 * @param wasPerson who it was thought to be before it was corrected
 * @param sourceName of the camera, or the source itself; null of an alert without a source
 * @param groupName null unless the alert is of a group
 * @param list that the rule names; null if it names none
 * @param picture where the picture is; null if there is none, or unless an admin asks
 * @param referencePicture where the photo is that the face resembles; as the picture
 */
public record AlertView(
        @JsonUnwrapped Alert alert,
        @Nullable String ruleName,
        @Nullable AlertPerson person,
        @Nullable AlertPerson wasPerson,
        @Nullable String sourceName,
        @Nullable String groupName,
        @Nullable AlertList list,
        @Nullable String picture,
        @Nullable String referencePicture) {
    /** A person with the current name. */
    public record AlertPerson(PersonId id, String name) {}

    /** A watch list, without its people. */
    public record AlertList(ListId id, String name, String colour) {
        static AlertList of(WatchList list) {
            return new AlertList(list.id(), list.name(), list.colour());
        }
    }
}
