package io.faceline.delivery.webhook;

import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.delivery.channel.Channel;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.network.AddressRules;
import io.faceline.runtime.network.HostResolver;
import io.faceline.runtime.secrets.StoredSecrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLSocketFactory;

/** Opens the ways to webhooks. Thread-safe. */
public final class Webhooks implements AutoCloseable {
    /** The setting that allows the addresses of this machine. */
    public static final String LOCAL_ADDRESSES = "FACELINE_RECEIVER_LOCAL_ADDRESSES";

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.called("webhook-timer"));
    private final WebhookParts parts;

    /**
     * @param allowsLocal whether loopback, link-local and metadata addresses may be connected to
     * @param timeout of an attempt in all
     */
    public Webhooks(StoredSecrets secrets, boolean allowsLocal, Duration timeout) {
        this(secrets, allowsLocal, timeout, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    Webhooks(StoredSecrets secrets, boolean allowsLocal, Duration timeout, SSLSocketFactory tls) {
        var hosts = new HostResolver(new AddressRules(allowsLocal), "receivers", LOCAL_ADDRESSES);
        this.parts = new WebhookParts(new WebhookSecrets(secrets), hosts, tls, timeout, timer, InstantSource.system());
    }

    public Channel open(ReceiverTarget.Webhook webhook) {
        return new WebhookChannel(webhook, parts);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
