package io.faceline.matcher;

import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PhotoCrop;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.session.SessionState;
import io.faceline.contracts.track.Sighting;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.kafka.CloudEvent;
import io.faceline.runtime.kafka.FrameIdHeader;
import io.faceline.runtime.kafka.WriteToken;
import io.faceline.runtime.kafka.Written;
import io.faceline.runtime.store.PacedCommits;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Forwards records to the sinks of the topology. Made while the task is initialised. Confined to the task thread. */
final class ForwardingOutbox implements Outbox {
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

    private final ProcessorContext<String, Object> context;
    private final FenceSender fences;
    private final PacedCommits commits;
    private Headers answered = new RecordHeaders();

    ForwardingOutbox(ProcessorContext<String, Object> context, FenceSender fences) {
        this.context = context;
        this.fences = fences;
        this.commits = PacedCommits.start(context, COMMIT_INTERVAL);
    }

    @Override
    public void answering(Headers headers) {
        answered = ForeignHeaders.of(headers);
    }

    @Override
    public void match(Match match, Embeddings frame, @Nullable Written written) {
        var headers = withWritten(written);
        FrameIdHeader.put(headers, match.facts().id());
        var asEvent = new RecordHeaders(headers);
        CloudEvent.of(match).writeTo(asEvent);
        forward(match.facts().session().value(), match, asEvent, MatcherTopology.WRITE_MATCHES);
        if (Sighting.isOf(match.facts())) {
            var sighting = new Sighting(match, frame);
            forward(match.facts().source(), sighting, headers, MatcherTopology.WRITE_SIGHTINGS);
        }
    }

    @Override
    public void answer(ChangeAnswer answer, @Nullable Written written) {
        var headers = withWritten(written);
        CloudEvent.of(answer, Instant.ofEpochMilli(context.currentSystemTimeMs()))
                .writeTo(headers);
        forward(answer.session().value(), answer, headers, MatcherTopology.WRITE_CHANGE_ANSWERS);
        // The answer is read when the transaction has ended.
        commits.request();
    }

    @Override
    public void fence(WriteToken people, WriteToken gallery) {
        fences.send(people, gallery);
    }

    @Override
    public void reference(ReferenceId id, @Nullable Reference reference, WriteToken write) {
        forward(id.value(), reference, withToken(write), MatcherTopology.WRITE_GALLERY);
    }

    @Override
    public void person(PersonId id, @Nullable Person person, WriteToken write) {
        forward(id.value(), person, withToken(write), MatcherTopology.WRITE_PEOPLE);
    }

    @Override
    public void photo(String key, @Nullable PhotoCrop crop) {
        forward(key, crop, new RecordHeaders(), MatcherTopology.WRITE_PHOTOS);
    }

    @Override
    public void session(String key, @Nullable SessionState state) {
        forward(key, state, new RecordHeaders(), MatcherTopology.WRITE_SESSIONS);
    }

    /** Somebody waits until the writes can be read, which is when the transaction has ended. */
    private Headers withWritten(@Nullable Written written) {
        var headers = new RecordHeaders(answered);
        if (written != null) {
            written.writeTo(headers);
            commits.request();
        }
        return headers;
    }

    private static Headers withToken(WriteToken write) {
        var headers = new RecordHeaders();
        write.writeTo(headers);
        return headers;
    }

    private void forward(String key, @Nullable Object value, Headers headers, String sink) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs(), headers), sink);
    }
}
