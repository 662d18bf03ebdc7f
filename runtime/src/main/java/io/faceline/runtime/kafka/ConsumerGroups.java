package io.faceline.runtime.kafka;

import io.faceline.runtime.concurrent.Throwables;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Lists the members of consumer groups, without joining any. Thread-safe. */
public final class ConsumerGroups implements AutoCloseable {
    private final Admin admin;
    private final Duration timeout;

    private ConsumerGroups(Admin admin, Duration timeout) {
        this.admin = admin;
        this.timeout = timeout;
    }

    /** @param timeout of one request */
    public static ConsumerGroups open(KafkaSettings kafka, Duration timeout) {
        return new ConsumerGroups(Admin.create(ClientProperties.admin(kafka)), timeout);
    }

    /**
     * Returns the client ids of the members of each group. A group that does not exist has none; a member that was killed
     * remains until its session times out.
     *
     * @throws KafkaException when the broker does not answer in time or does not permit the request
     */
    public Map<String, List<String>> clientIds(Collection<String> groups) {
        var found = new TreeMap<String, List<String>>();
        admin.describeConsumerGroups(groups)
                .describedGroups()
                .forEach((group, answer) -> found.put(group, clientIds(answer)));
        return found;
    }

    private List<String> clientIds(KafkaFuture<ConsumerGroupDescription> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).members().stream()
                    .map(member -> member.clientId())
                    .sorted()
                    .toList();
        } catch (ExecutionException e) {
            var cause = Throwables.root(e);
            if (cause instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw cause instanceof KafkaException known ? known : new KafkaException(cause);
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("no answer within " + timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    @Override
    public void close() {
        // Without a timeout it would wait for responses of an unavailable broker.
        admin.close(Duration.ZERO);
    }
}
