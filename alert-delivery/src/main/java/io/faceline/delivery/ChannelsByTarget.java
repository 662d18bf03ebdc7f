package io.faceline.delivery;

import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.delivery.channel.Channel;
import io.faceline.delivery.channel.Channels;
import io.faceline.delivery.channel.UnknownChannel;
import io.faceline.delivery.webhook.Webhooks;

/** Chooses the way to a receiver by the kind of its target. Thread-safe. */
final class ChannelsByTarget implements Channels {
    private final Webhooks webhooks;

    ChannelsByTarget(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Channel open(Receiver receiver) {
        return receiver.target() instanceof ReceiverTarget.Webhook webhook
                ? webhooks.open(webhook)
                : new UnknownChannel();
    }
}
