package io.faceline.delivery.kafka;

import io.faceline.alerting.message.Names;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The names of people of the shared gallery and of rules, as of now; nothing else of them is kept. Thread-safe. */
final class KnownNames implements Names, HealthCheck, AutoCloseable {
    private final Map<PersonId, String> names = new ConcurrentHashMap<>();
    private final TopicReader<Person> people;
    private final TableReader<AlertRule> rules;

    KnownNames(KafkaSettings kafka) {
        var topics = kafka.topics();
        this.people = new TopicReader<>(kafka, topics.people(), StartOffset.EARLIEST, this::put);
        this.rules = new TableReader<>(kafka, topics.alerting().rules())
                .keyedBy(rule -> rule.id().value());
    }

    void onStop(Consumer<Throwable> callback) {
        people.onStop(callback);
        rules.onStop(callback);
    }

    /** Returns once everything that exists is known. */
    void start(Duration timeout) {
        people.start();
        rules.start();
        people.awaitCaughtUp(timeout);
        rules.awaitCaughtUp(timeout);
    }

    private void put(ConsumedRecord<Person> read) {
        var person = read.value();
        if (person == null) {
            names.keySet().removeIf(id -> id.value().equals(read.key()));
        } else if (person.deleted()
                || !person.session().isShared()
                || person.name().isEmpty()) {
            names.remove(person.id());
        } else {
            names.put(person.id(), person.name());
        }
    }

    @Override
    public Optional<String> of(PersonId person) {
        return Optional.ofNullable(names.get(person));
    }

    @Override
    public Optional<String> of(RuleId rule) {
        return rules.get(rule.value()).map(AlertRule::name);
    }

    @Override
    public Health health() {
        return Health.merge(List.of(people.health(), rules.health()));
    }

    @Override
    public void close() {
        people.close();
        rules.close();
    }
}
