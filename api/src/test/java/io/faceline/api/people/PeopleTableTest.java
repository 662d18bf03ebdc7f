package io.faceline.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.topics.TopicSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleTableTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Person EVE = PersonBuilder.person("a", "Eve").build();

    @Test
    void people_areUnknownOnlyOnceAllWereRead() {
        var kafka = BROKER.settings(new PartitionCounts(1, 1));
        TopicSetup.ensure(kafka);
        var topic = kafka.topics().people();
        try (var table = new TableReader<>(kafka, topic);
                var sender = new RecordSender(kafka, "test")) {
            var people = new PeopleTable(table);
            assertThatThrownBy(() -> people.find("a")).isInstanceOf(ProblemException.class);
            assertThatThrownBy(people::all).isInstanceOf(ProblemException.class);

            table.start();
            await().until(() -> table.health().ready());

            assertThat(people.find("a")).isEmpty();
            var unused = sender.send(topic, "a", EVE, null);
            assertThat(people.await(all -> all.containsKey("a"))).isTrue();
            assertThat(people.find("a")).contains(EVE);
            assertThat(people.await(all -> all.containsKey("b"))).isFalse();
        }
    }
}
