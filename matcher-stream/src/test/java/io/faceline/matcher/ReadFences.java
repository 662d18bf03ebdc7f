package io.faceline.matcher;

import io.faceline.matcher.people.PeopleTable;
import io.faceline.matcher.people.SharedGallery;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.kafka.WriteToken;
import io.faceline.runtime.store.GlobalStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Reads a task's fence back at once, as the thread of the global stores does in a running matcher. All other writes are
 * read back after the record that made them, as the TopologyTestDriver does.
 */
final class ReadFences implements FenceSender {
    private final SharedGallery shared;
    private final PeopleTable people;

    private ReadFences(ProcessorContext<String, Object> context) {
        shared = context.<GlobalStore<SharedGallery>>getStateStore(MatcherTopology.GALLERY)
                .content();
        people = context.<GlobalStore<PeopleTable>>getStateStore(MatcherTopology.PEOPLE)
                .content();
    }

    static Outbox outbox(ProcessorContext<String, Object> context) {
        return new ForwardingOutbox(context, new ReadFences(context));
    }

    @Override
    public void send(WriteToken peopleFence, WriteToken galleryFence) {
        people.appliedOffsets().arrived(people.appliedOffsets().version(), peopleFence);
        shared.appliedOffsets().arrived(shared.appliedOffsets().version(), galleryFence);
    }
}
