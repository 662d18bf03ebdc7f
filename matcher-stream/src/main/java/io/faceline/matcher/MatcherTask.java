package io.faceline.matcher;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.session.SessionEnrollments;
import io.faceline.matcher.change.ApplyChanges;
import io.faceline.matcher.change.CompactionTrigger;
import io.faceline.matcher.change.Sessions;
import io.faceline.matcher.decision.Identify;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.decision.VerificationPairs;
import io.faceline.matcher.decision.VerificationSide;
import io.faceline.matcher.decision.Verify;
import io.faceline.matcher.enrollment.Enroll;
import io.faceline.matcher.enrollment.EnrollmentGate;
import io.faceline.matcher.people.Galleries;
import io.faceline.matcher.people.MergePeople;
import io.faceline.matcher.people.People;
import io.faceline.matcher.people.PeopleTable;
import io.faceline.matcher.people.SessionGalleries;
import io.faceline.matcher.people.SharedGallery;
import io.faceline.matcher.people.SharedReferences;
import io.faceline.matcher.people.WritePeople;
import io.faceline.matcher.store.Outbox;
import io.faceline.matcher.store.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The matcher of one task: handles each kind of record and periodic work. Independent of Kafka. Confined to the task
 * thread.
 */
final class MatcherTask {
    private static final Logger LOG = LoggerFactory.getLogger(MatcherTask.class);

    private final SharedGallery shared;
    private final VerificationPairs pairs;
    private final WritePeople write;
    private final Sessions sessions;
    private final MatchFaces matchFaces;
    private final ApplyChanges applyChanges;
    private final CompactionTrigger compactionTrigger;
    private final Outbox outbox;
    private final InstantSource clock;
    private final MatcherSettings settings;
    private final MatcherMetrics metrics;

    /** The persistent state of a task. */
    record Memory(Table<SessionEnrollments> enrollments, Table<Long> lastSeen, Table<VerificationSide> verifications) {}

    /**
     * @param writer unique id of this task instance
     * @param segment the age at which a write rolls the segment of a compacted topic
     */
    MatcherTask(
            SharedGallery shared,
            PeopleTable peopleTable,
            Memory memory,
            Outbox outbox,
            String writer,
            Models models,
            MatcherSettings settings,
            Duration segment,
            MatcherMetrics metrics,
            InstantSource clock) {
        this.shared = shared;
        this.outbox = outbox;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        var people = new People(peopleTable, outbox, writer);
        var galleries = new Galleries(
                new SessionGalleries(memory.enrollments),
                new SharedReferences(shared, outbox, writer, settings.galleryWait()));
        pairs = new VerificationPairs(memory.verifications, settings.maxVerifications());
        write = new WritePeople(galleries, people, clock, settings.galleryWait());
        compactionTrigger =
                new CompactionTrigger(List.of(memory.enrollments, memory.verifications), write, clock, segment);
        sessions = new Sessions(
                memory.lastSeen, galleries.sessions(), pairs, people, write, outbox, clock, settings.sessionExpiry());
        var identify = new Identify(galleries, people, models, settings.probe(), settings.candidates());
        matchFaces = new MatchFaces(
                galleries,
                models,
                identify,
                new Verify(galleries, people, models, pairs, clock),
                new Enroll(galleries, people, identify, gate(), write, clock, settings.maxReferences()),
                clock);
        var mergePeople = new MergePeople(galleries, people, clock);
        applyChanges =
                new ApplyChanges(galleries, people, models, write, mergePeople, sessions, settings.maxReferences());
    }

    void on(Embeddings frame) {
        write.prepare();
        warnOfUnmatchablePeople(frame.modelId());
        sessions.touch(frame.facts().session());
        outbox.match(metrics.time(() -> matchFaces.match(frame)));
    }

    void on(Change change) {
        write.prepare();
        if (!(change instanceof Change.EndSession)) {
            sessions.touch(change.session());
        }
        outbox.answer(applyChanges.apply(change));
        if (!(change instanceof Change.KeepAlive)) {
            compactionTrigger.recordDeletion();
        }
    }

    void onTime() {
        write.prepare();
        var sessionsExpired = sessions.expireIdle();
        var pairsExpired = pairs.expire(clock.instant(), settings.verificationWait());
        if (sessionsExpired || pairsExpired) {
            compactionTrigger.recordDeletion();
        }
        compactionTrigger.onTime();
    }

    private void warnOfUnmatchablePeople(String modelId) {
        if (!shared.isFirstOf(modelId)) {
            return;
        }
        var hidden = shared.gallery().hiddenPeople(modelId);
        if (hidden > 0) {
            LOG.warn(
                    "event=people_without_references_of_model model={} count={} hint=\"embed their photos again\"",
                    modelId,
                    hidden);
        }
    }

    private EnrollmentGate gate() {
        return new EnrollmentGate(settings.enrollment(), settings.backgroundArea());
    }
}
