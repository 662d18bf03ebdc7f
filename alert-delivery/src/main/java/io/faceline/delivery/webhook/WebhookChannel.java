package io.faceline.delivery.webhook;

import io.faceline.alerting.message.MessageBody;
import io.faceline.contracts.Blob;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.delivery.channel.Channel;
import io.faceline.delivery.channel.Outcome;
import io.faceline.delivery.channel.Outgoing;
import io.faceline.runtime.network.HostException;
import io.faceline.runtime.service.Build;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Posts messages to a webhook. One thread delivers; any thread may close it, which ends what is under way. */
final class WebhookChannel implements Channel {
    private final ReceiverTarget.Webhook webhook;
    private final WebhookParts parts;
    private final AtomicReference<@Nullable Post> open = new AtomicReference<>();
    private volatile boolean isClosed;

    WebhookChannel(ReceiverTarget.Webhook webhook, WebhookParts parts) {
        this.webhook = webhook;
        this.parts = parts;
    }

    @Override
    public Outcome deliver(Outgoing message) throws InterruptedException {
        var target = PostTarget.parse(webhook.url());
        if (target.isEmpty()) {
            return unreachable("The address of the webhook cannot be read", false);
        }
        var began = System.nanoTime();
        try {
            var receiver = message.receiver();
            var keys = parts.secrets().of(receiver.id(), webhook);
            var body = MessageBody.of(message.message(), receiver.template());
            var address = parts.hosts().resolve(target.get().host());
            var headers = headers(message.message().id(), body, keys);
            var left = parts.timeout().minusNanos(System.nanoTime() - began);
            return left.isNegative()
                    ? unreachable(timeoutReason(), false)
                    : post(new Post(target.get(), address, parts.tls()), headers, body, left);
        } catch (SecretException | HostException e) {
            return unreachable(String.valueOf(e.getMessage()), false);
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private Outcome post(Post post, Map<String, String> headers, MessageBody body, Duration time) {
        var end = parts.timer().schedule(post::close, time.toMillis(), TimeUnit.MILLISECONDS);
        open.set(post);
        try (post) {
            if (isClosed) {
                return unreachable("The delivery was interrupted", false);
            }
            var answer = post.send(headers, body.bytes(), time);
            return AnswerOutcome.of(answer, parts.clock().instant());
        } catch (IOException e) {
            return unreachable(end.isDone() ? timeoutReason() : reason(e), post.isWritten());
        } finally {
            open.set(null);
            end.cancel(false);
        }
    }

    private Map<String, String> headers(String id, MessageBody body, List<Blob> keys) {
        var time = parts.clock().instant();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", body.contentType());
        headers.put("User-Agent", "faceline/" + Build.version());
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(time.getEpochSecond()));
        if (!keys.isEmpty()) {
            headers.put("webhook-signature", WebhookSignature.of(id, time, body.bytes(), keys));
        }
        return headers;
    }

    private String timeoutReason() {
        return "The receiver did not answer within " + parts.timeout().toMillis() / 1000.0 + " s";
    }

    private String reason(IOException failure) {
        if (failure instanceof SSLException) {
            return "The receiver's certificate or encryption was not accepted: " + failure.getMessage();
        }
        if (failure instanceof SocketTimeoutException) {
            return timeoutReason();
        }
        return failure instanceof ConnectException || failure instanceof NoRouteToHostException
                ? "The receiver refused the connection"
                : "The connection to the receiver broke: " + failure.getMessage();
    }

    private static Outcome unreachable(String reason, boolean mayHaveArrived) {
        return new Outcome.Unreachable(reason, Optional.empty(), mayHaveArrived);
    }

    @Override
    public void close() {
        isClosed = true;
        var post = open.get();
        if (post != null) {
            post.close();
        }
    }
}
