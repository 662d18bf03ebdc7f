package io.faceline.api;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.topics.TopicSetup;

/** Writes the records of ingest, embedder and matcher. */
public final class TestTopics implements AutoCloseable {
    private final KafkaSettings kafka;
    private final RecordSender sender;

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

    /** Writes an answer with its embeddings. */
    public void answer(Match match) {
        var facts = match.facts();
        sender.send(kafka.topics().embeddings(), facts.session().value(), TestAnswers.embeddings(match), facts.id())
                .join();
        sender.send(kafka.topics().matches(), facts.session().value(), match, facts.id())
                .join();
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
