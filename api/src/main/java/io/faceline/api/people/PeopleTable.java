package io.faceline.api.people;

import io.faceline.contracts.person.Person;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.web.access.PersonDirectory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A person directory backed by the topic {@code people}. The matcher writes a change before it answers; it is visible
 * here moments later. Thread-safe.
 */
public final class PeopleTable implements PersonDirectory {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final TableReader<Person> table;

    public PeopleTable(TableReader<Person> table) {
        this.table = table;
    }

    @Override
    public Optional<Person> find(String id) {
        requireRead();
        return table.get(id);
    }

    @Override
    public Map<String, Person> all() {
        requireRead();
        return table.snapshot();
    }

    /** While people are being read, an unread one would look unknown. */
    private void requireRead() {
        if (!table.health().ready()) {
            throw new ProblemException(
                    503, "NOT_READY", "people are still being read; try again in a moment, see /health");
        }
    }

    @Override
    public boolean await(Predicate<Map<String, Person>> condition) {
        try {
            table.await(condition, TIMEOUT);
            return true;
        } catch (WaitTimeoutException e) {
            return false;
        }
    }
}
