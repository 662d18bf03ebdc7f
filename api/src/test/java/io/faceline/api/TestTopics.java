package io.faceline.api;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.SourceTracking;
import io.faceline.tracking.video.VideoPeople;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the records of ingest, matcher and tracker. */
public final class TestTopics implements AutoCloseable {
    private final KafkaSettings kafka;
    private final RecordSender sender;
    private final Map<String, SourceTracking> tracked = new HashMap<>();

    public TestTopics(KafkaSettings kafka) {
        this.kafka = kafka;
        TopicSetup.ensure(kafka);
        sender = new RecordSender(kafka, "test");
    }

    public Job put(Job job) {
        sender.send(kafka.topics().jobs(), job.id(), job, null).join();
        return job;
    }

    public void put(Person person) {
        sender.send(kafka.topics().people(), person.id().value(), person, null).join();
    }

    /** Writes an answer, and what the tracker makes of it. Frames of a source must be in order. */
    public void answer(Match match) {
        var facts = match.facts();
        if (Sighting.isOf(facts)) {
            track(match);
        }
        sender.send(kafka.topics().matches(), facts.session().value(), match, facts.id())
                .join();
    }

    private void track(Match match) {
        var job = match.facts().source();
        var source = tracked.computeIfAbsent(job, any -> new SourceTracking(SourceTracking.State.EMPTY));
        var frame = source.accept(new AnsweredFrame(match, Optional.of(TestAnswers.embeddings(match))))
                .frame();
        sender.send(kafka.topics().trackedFrames(), job, frame, frame.facts().id())
                .join();
        new VideoPeople()
                .appearances(source.open(), source.thresholds().orElseThrow())
                .forEach(seen -> sender.send(kafka.topics().appearances(), seen.key(), seen, null)
                        .join());
    }

    /** Says that the frames of a job are tracked to its end. */
    public void complete(Job job, long frames) {
        var video = new TrackedVideo(job.id(), job.session(), frames, 0, frames, frames, frames - 1, 0, true);
        sender.send(kafka.topics().trackedVideos(), job.id(), video, null).join();
    }

    public void begin(SessionId session) {
        sender.send(kafka.topics().sessions(), session.value(), new SessionState(session, TestPeople.THEN), null)
                .join();
    }

    /** Marks the session as ended, as the matcher does besides {@link #end}. */
    public void mark(SessionId session) {
        sender.send(
                        kafka.topics().sessions(),
                        SessionMark.ENDED.keyOf(session),
                        new SessionState(session, TestPeople.THEN),
                        null)
                .join();
    }

    public void end(SessionId session) {
        sender.send(kafka.topics().sessions(), session.value(), null, null).join();
    }

    @Override
    public void close() {
        sender.close();
    }
}
