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

/** The topic itself. The matcher answers when it has written a change, so that it shows here moments later. */
public final class PeopleTable implements PersonDirectory {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

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

    /** Somebody who was not read yet must not pass for somebody who never was. */
    private void requireRead() {
        if (!table.health().ready()) {
            throw new ProblemException(
                    503, "NOT_READY", "the people are still being read; try again in a moment, /health says more");
        }
    }

    @Override
    public boolean await(Predicate<Map<String, Person>> condition) {
        try {
            table.await(condition, PATIENCE);
            return true;
        } catch (WaitTimeoutException e) {
            return false;
        }
    }
}
