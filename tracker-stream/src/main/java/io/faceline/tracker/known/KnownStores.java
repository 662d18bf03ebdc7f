package io.faceline.tracker.known;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.Correction;
import io.faceline.runtime.store.AppliedOffsets;
import io.faceline.runtime.store.DeadLetterBox;
import io.faceline.runtime.store.DeserializedOrError;
import io.faceline.runtime.store.GlobalStore;
import io.faceline.runtime.store.GlobalStoreUpdater;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Global stores of jobs, deleted people and ended sessions. */
public final class KnownStores {
    private static final String JOBS = "jobs";
    private static final String DELETED_PEOPLE = "deleted-people";
    private static final String ENDED_SESSIONS = "ended-sessions";
    private static final String CORRECTIONS = "corrections";

    private KnownStores() {}

    /** @param letters receives the records that are none */
    public static void addTo(Topology topology, Topics topics, DeadLetterBox letters) {
        add(topology, JOBS, topics.jobs(), KnownJobs::new, KnownJobs::appliedOffsets, KnownJobs::apply, letters);
        add(
                topology,
                DELETED_PEOPLE,
                topics.people(),
                DeletedPeople::new,
                DeletedPeople::appliedOffsets,
                DeletedPeople::apply,
                letters);
        add(
                topology,
                ENDED_SESSIONS,
                topics.sessions(),
                EndedSessions::new,
                EndedSessions::appliedOffsets,
                EndedSessions::apply,
                letters);
        add(
                topology,
                CORRECTIONS,
                topics.corrections(),
                KnownCorrections::new,
                KnownCorrections::appliedOffsets,
                KnownCorrections::apply,
                letters);
    }

    private static <T, V> void add(
            Topology topology,
            String name,
            Topic<V> topic,
            Supplier<T> content,
            Function<T, AppliedOffsets> appliedOffsets,
            GlobalStoreUpdater.Apply<T, V> apply,
            DeadLetterBox letters) {
        topology.addGlobalStore(
                GlobalStore.builder(name, content),
                "read-" + name,
                new StringDeserializer(),
                DeserializedOrError.by(topic.valueSerde().deserializer()),
                topic.name(),
                "keep-" + name,
                () -> new GlobalStoreUpdater<>(name, appliedOffsets, apply, letters));
    }

    public static Known of(ProcessorContext<?, ?> context) {
        return new Stores(
                content(context, JOBS, KnownJobs.class),
                content(context, DELETED_PEOPLE, DeletedPeople.class),
                content(context, ENDED_SESSIONS, EndedSessions.class),
                content(context, CORRECTIONS, KnownCorrections.class));
    }

    private static <T> T content(ProcessorContext<?, ?> context, String name, Class<T> type) {
        GlobalStore<?> store = context.getStateStore(name);
        return type.cast(store.content());
    }

    private record Stores(KnownJobs jobs, DeletedPeople people, EndedSessions sessions, KnownCorrections said)
            implements Known {
        @Override
        public Optional<Job> job(String id) {
            return jobs.find(id);
        }

        @Override
        public boolean isDeleted(PersonId person) {
            return people.contains(person);
        }

        @Override
        public long deletions() {
            return people.deletions();
        }

        @Override
        public Optional<Correction> correction(SessionId session, String track) {
            return said.find(Correction.key(session, track)).flatMap(known -> known.without(people::contains));
        }

        @Override
        public Collection<Correction> corrections() {
            return said.all();
        }

        @Override
        public long correctionChanges() {
            return said.changes();
        }

        @Override
        public boolean hasEnded(SessionId session) {
            return sessions.contains(session);
        }
    }
}
