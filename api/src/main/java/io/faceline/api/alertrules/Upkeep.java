package io.faceline.api.alertrules;

import io.faceline.api.alertrules.change.ChangeMutes;
import io.faceline.api.alertrules.change.ErasePeople;
import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.alertrules.table.DefinitionWriter;
import io.faceline.contracts.person.Person;
import io.faceline.runtime.kafka.TableReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done every second: deleted people go from rules and lists, and what ended is removed. Confined to one thread. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final AlertTables tables;
    private final TableReader<Person> people;
    private final SharedPeople shared;
    private final DefinitionWriter writer;
    private final ErasePeople erase;
    private final ChangeMutes mutes;
    private long seen = -1;

    Upkeep(
            AlertTables tables,
            TableReader<Person> people,
            SharedPeople shared,
            DefinitionWriter writer,
            ErasePeople erase,
            ChangeMutes mutes) {
        this.tables = tables;
        this.people = people;
        this.shared = shared;
        this.writer = writer;
        this.erase = erase;
        this.mutes = mutes;
    }

    void run() {
        if (!tables.health().ready() || !people.health().ready()) {
            return;
        }
        try {
            erase();
            mutes.removeEnded();
            writer.compact();
        } catch (RuntimeException e) {
            // Kafka is away; tried again in a second.
            LOG.warn("event=alert_rules_upkeep_failed cause=\"{}\"", e.getMessage());
        }
    }

    private void erase() {
        // Before it is looked at, so that nothing that comes meanwhile is missed.
        var version = people.version() + tables.versionOfPeople();
        if (version != seen) {
            erase.run(person -> !shared.isKnown(person));
            seen = version;
        }
    }
}
