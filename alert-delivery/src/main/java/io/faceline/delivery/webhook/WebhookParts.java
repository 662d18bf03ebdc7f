package io.faceline.delivery.webhook;

import io.faceline.runtime.network.HostResolver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLSocketFactory;

/**
 * What all webhooks share.
 *
 * @param timeout of an attempt in all
 * @param timer ends attempts
 */
record WebhookParts(
        WebhookSecrets secrets,
        HostResolver hosts,
        SSLSocketFactory tls,
        Duration timeout,
        ScheduledExecutorService timer,
        InstantSource clock) {}
