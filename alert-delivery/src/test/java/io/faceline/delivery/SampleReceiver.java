package io.faceline.delivery;

import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import java.time.Instant;
import java.util.List;

/** A receiver that gets everything, at once. Immutable: each change makes another. */
public record SampleReceiver(
        String id,
        boolean enabled,
        String url,
        List<StoredSecret> secrets,
        List<RuleId> rules,
        RulePriority priority,
        boolean ends,
        ReceiverContent content,
        LatePolicy late,
        int deliverWithinSeconds,
        int lidPerHour,
        int batchSeconds,
        Instant since) {
    public static final SampleReceiver DOOR = new SampleReceiver(
            "door",
            true,
            "http://127.0.0.1:1/hook",
            List.of(),
            List.of(),
            RulePriority.LOW,
            true,
            ReceiverContent.IDS,
            LatePolicy.SEND,
            86_400,
            1000,
            0,
            Instant.EPOCH);

    public SampleReceiver at(String changed) {
        return new SampleReceiver(
                id,
                enabled,
                changed,
                secrets,
                rules,
                priority,
                ends,
                content,
                late,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                since);
    }

    public SampleReceiver called(String changed) {
        return new SampleReceiver(
                changed,
                enabled,
                url,
                secrets,
                rules,
                priority,
                ends,
                content,
                late,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                since);
    }

    public SampleReceiver signedBy(StoredSecret... changed) {
        return new SampleReceiver(
                id,
                enabled,
                url,
                List.of(changed),
                rules,
                priority,
                ends,
                content,
                late,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                since);
    }

    public SampleReceiver on(boolean changed) {
        return new SampleReceiver(
                id,
                changed,
                url,
                secrets,
                rules,
                priority,
                ends,
                content,
                late,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                since);
    }

    public SampleReceiver ofRules(RuleId... changed) {
        return new SampleReceiver(
                id,
                enabled,
                url,
                secrets,
                List.of(changed),
                priority,
                ends,
                content,
                late,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                since);
    }

    public SampleReceiver from(RulePriority changed) {
        return new SampleReceiver(
                id,
                enabled,
                url,
                secrets,
                rules,
                changed,
                ends,
                content,
                late,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                since);
    }

    public SampleReceiver withEnds(boolean changed) {
        return new SampleReceiver(
                id,
                enabled,
                url,
                secrets,
                rules,
                priority,
                changed,
                content,
                late,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                since);
    }

    public SampleReceiver with(LatePolicy changed) {
        return new SampleReceiver(
                id,
                enabled,
                url,
                secrets,
                rules,
                priority,
                ends,
                content,
                changed,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                since);
    }

    public SampleReceiver told(ReceiverContent changed) {
        return new SampleReceiver(
                id,
                enabled,
                url,
                secrets,
                rules,
                priority,
                ends,
                changed,
                late,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                since);
    }

    public SampleReceiver within(int seconds) {
        return new SampleReceiver(
                id,
                enabled,
                url,
                secrets,
                rules,
                priority,
                ends,
                content,
                late,
                seconds,
                lidPerHour,
                batchSeconds,
                since);
    }

    public SampleReceiver lid(int anHour) {
        return new SampleReceiver(
                id,
                enabled,
                url,
                secrets,
                rules,
                priority,
                ends,
                content,
                late,
                deliverWithinSeconds,
                anHour,
                batchSeconds,
                since);
    }

    public SampleReceiver batch(int seconds) {
        return new SampleReceiver(
                id,
                enabled,
                url,
                secrets,
                rules,
                priority,
                ends,
                content,
                late,
                deliverWithinSeconds,
                lidPerHour,
                seconds,
                since);
    }

    public SampleReceiver since(Instant changed) {
        return new SampleReceiver(
                id,
                enabled,
                url,
                secrets,
                rules,
                priority,
                ends,
                content,
                late,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                changed);
    }

    public Receiver receiver() {
        return new Receiver(
                new ReceiverId(id),
                "Door",
                enabled,
                null,
                new ReceiverTarget.Webhook(url, secrets),
                rules,
                priority,
                ends,
                content,
                late,
                deliverWithinSeconds,
                lidPerHour,
                batchSeconds,
                null,
                since,
                since);
    }
}
