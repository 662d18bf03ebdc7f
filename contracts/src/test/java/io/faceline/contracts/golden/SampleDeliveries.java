package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SampleAlerts.ALERT;
import static io.faceline.contracts.golden.SampleRules.RULE;
import static io.faceline.contracts.golden.SampleValues.ANSWERED;
import static io.faceline.contracts.golden.SampleValues.CAPTURED;
import static io.faceline.contracts.golden.SampleValues.TOPICS;

import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.MessageTemplate;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.contracts.rule.RulePriority;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Receivers, and what they are told. */
final class SampleDeliveries {
    private static final ReceiverId RECEIVER = new ReceiverId("pager");
    private static final ReceiverTarget HOOK = new ReceiverTarget.Webhook(
            "https://pager.example/hook",
            List.of(StoredSecret.ofEncrypted("v1:AAECAwQ="), StoredSecret.named("PAGER")));

    private SampleDeliveries() {}

    static Stream<GoldenRecord<Receiver>> receivers() {
        return Stream.of(
                receiver("webhook", of(HOOK, ReceiverContent.IDS, LatePolicy.SEND)),
                receiver(
                        "webhook-unsigned",
                        of(
                                new ReceiverTarget.Webhook("http://127.0.0.1:9000/hook", List.of()),
                                ReceiverContent.IDS,
                                LatePolicy.SEND)),
                receiver("webhook-with-everything", full()),
                receiver(
                        "mqtt",
                        of(
                                new ReceiverTarget.Mqtt(
                                        "mqtt://broker:1883",
                                        StoredSecret.named("BROKER"),
                                        ReceiverTarget.Mqtt.DEFAULT_PREFIX,
                                        ReceiverTarget.Mqtt.DEFAULT_DISCOVERY),
                                ReceiverContent.PICTURES,
                                LatePolicy.DROP)),
                receiver(
                        "mqtt-without-user",
                        of(
                                new ReceiverTarget.Mqtt("mqtts://broker:8883", null, "faceline", "homeassistant"),
                                ReceiverContent.NAMES,
                                LatePolicy.UNKNOWN)),
                receiver("of-a-newer-kind", of(new ReceiverTarget.Unknown(), ReceiverContent.UNKNOWN, LatePolicy.SEND)),
                receiver("deleted", null));
    }

    private static Receiver of(ReceiverTarget target, ReceiverContent content, LatePolicy late) {
        return new Receiver(
                RECEIVER,
                "Pager",
                true,
                null,
                target,
                List.of(),
                RulePriority.LOW,
                false,
                content,
                late,
                Receiver.DEFAULT_DELIVER_WITHIN,
                Receiver.DEFAULT_LID,
                0,
                null,
                CAPTURED,
                ANSWERED);
    }

    private static Receiver full() {
        return new Receiver(
                RECEIVER,
                "Zoë’s pager",
                false,
                "it answered 410 Gone",
                HOOK,
                List.of(RULE),
                RulePriority.HIGH,
                true,
                ReceiverContent.NAMES,
                LatePolicy.DIGEST,
                5,
                10,
                300,
                new MessageTemplate("application/json", "{\"text\":\"{{ruleName}}\"}"),
                CAPTURED,
                ANSWERED);
    }

    private static GoldenRecord<Receiver> receiver(String name, @Nullable Receiver receiver) {
        return GoldenRecord.json(TOPICS.alerting().receivers(), name, RECEIVER.value(), receiver);
    }

    static Stream<GoldenRecord<ReceiverStatus>> states() {
        var topic = TOPICS.alerting().receiverStates();
        return Stream.of(
                GoldenRecord.json(
                        topic,
                        "up",
                        RECEIVER.value(),
                        new ReceiverStatus(RECEIVER, true, null, CAPTURED, 0, null, null, null, ANSWERED)),
                GoldenRecord.json(
                        topic,
                        "down",
                        RECEIVER.value(),
                        new ReceiverStatus(
                                RECEIVER,
                                false,
                                "it refuses the signature: its clock is 7 min ahead",
                                CAPTURED,
                                12,
                                420_000L,
                                "it answered 401",
                                "r1",
                                ANSWERED)),
                GoldenRecord.json(topic, "deleted", RECEIVER.value(), null));
    }

    static Stream<GoldenRecord<DeliveryRequest>> requests() {
        var topic = TOPICS.alerting().deliveryRequests();
        return Stream.of(
                GoldenRecord.json(topic, "test", RECEIVER.value(), new DeliveryRequest.Test("r1", RECEIVER, ANSWERED)),
                GoldenRecord.json(
                        topic,
                        "resend-alert",
                        RECEIVER.value(),
                        new DeliveryRequest.Resend("r2", RECEIVER, ANSWERED, ALERT, null, null)),
                GoldenRecord.json(
                        topic,
                        "resend-span",
                        RECEIVER.value(),
                        new DeliveryRequest.Resend("r3", RECEIVER, ANSWERED, null, CAPTURED, ANSWERED)),
                GoldenRecord.json(
                        topic,
                        "of-a-newer-kind",
                        RECEIVER.value(),
                        new DeliveryRequest.Unknown("r4", RECEIVER, ANSWERED)));
    }

    static Stream<GoldenRecord<Delivery>> deliveries() {
        var key = Delivery.key(RECEIVER, ALERT);
        var topic = TOPICS.alerting().deliveries();
        var states = Arrays.stream(DeliveryState.values())
                .map(state -> GoldenRecord.json(
                        topic,
                        state.name().toLowerCase(Locale.ROOT),
                        key,
                        new Delivery(RECEIVER, ALERT, state, 1, null, null, List.of(), 0, null, null, null, ANSWERED)));
        var waiting = new Delivery(
                RECEIVER,
                ALERT,
                DeliveryState.WAITING,
                1,
                ReceiverContent.NAMES,
                SampleAlerts.opened(),
                List.of(AlertNews.LEVEL),
                3,
                ANSWERED,
                ANSWERED.plusSeconds(86_400),
                "it answered 503",
                ANSWERED);
        return Stream.concat(
                states,
                Stream.of(
                        GoldenRecord.json(topic, "waiting-again", key, waiting),
                        GoldenRecord.json(topic, "forgotten", key, null)));
    }
}
