package io.faceline.delivery;

import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.delivery.channel.Channel;
import io.faceline.delivery.channel.Channels;
import io.faceline.delivery.channel.UnknownChannel;
import io.faceline.delivery.mqtt.Brokers;
import io.faceline.delivery.webhook.Webhooks;

/** Chooses the way to a receiver by the kind of its target. Thread-safe. */
final class ChannelsByTarget implements Channels {
    private final Webhooks webhooks;
    private final Brokers brokers;

    ChannelsByTarget(Webhooks webhooks, Brokers brokers) {
        this.webhooks = webhooks;
        this.brokers = brokers;
    }

    @Override
    public Channel open(Receiver receiver) {
        if (receiver.target() instanceof ReceiverTarget.Webhook webhook) {
            return webhooks.open(webhook);
        }
        return receiver.target() instanceof ReceiverTarget.Mqtt broker
                ? brokers.open(receiver, broker)
                : new UnknownChannel();
    }
}
