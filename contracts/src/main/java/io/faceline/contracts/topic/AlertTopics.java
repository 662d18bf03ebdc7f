package io.faceline.contracts.topic;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.track.TrackPicture;
import java.util.stream.Stream;

/**
 * The topics of alerts.
 *
 * @param rules when somebody is to be told. Key: rule id
 * @param watchLists people whom rules name together. Key: list id
 * @param sourceGroups sources that rules name together. Key: group id
 * @param mutes what is not told for a while. Key: mute id
 * @param trackShots the pictures of tracks. Key: source
 * @param observations what rules are to judge. Key: rule id, since one task judges a rule
 * @param changes what people say of alerts. Key: rule id
 * @param alerts public JSON. Key: alert id. A single partition, so that its offset tells where a reader was
 * @param shots the pictures of alerts. Key: alert id
 * @param receivers who is told. Key: receiver id
 * @param receiverStates how receivers do. Key: receiver id
 * @param deliveryRequests what is to be sent again, and tests. Key: receiver id
 * @param deliveries what receivers were told, and what waits. Key: {@link Delivery#key}
 */
public record AlertTopics(
        Topic<AlertRule> rules,
        Topic<WatchList> watchLists,
        Topic<SourceGroup> sourceGroups,
        Topic<Mute> mutes,
        Topic<TrackPicture> trackShots,
        Topic<Observation> observations,
        Topic<AlertChange> changes,
        Topic<Alert> alerts,
        Topic<AlertPicture> shots,
        Topic<Receiver> receivers,
        Topic<ReceiverStatus> receiverStates,
        Topic<DeliveryRequest> deliveryRequests,
        Topic<Delivery> deliveries) {
    Stream<Topic<?>> all() {
        return Stream.of(
                rules,
                watchLists,
                sourceGroups,
                mutes,
                trackShots,
                observations,
                changes,
                alerts,
                shots,
                receivers,
                receiverStates,
                deliveryRequests,
                deliveries);
    }
}
