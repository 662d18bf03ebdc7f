package io.faceline.matcher;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.frame.DecidedBy;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.Fingerprint;
import io.faceline.contracts.session.SessionEnrollments;
import io.faceline.contracts.topic.Retention;
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
import io.faceline.runtime.kafka.Written;
import io.faceline.runtime.service.Build;
import io.faceline.runtime.store.Table;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The matcher of one task, put together: what it does with each kind of record, and from time to time. Knows no Kafka.
 * For one thread.
 */
final class MatcherTask {
    private static final Logger LOG = LoggerFactory.getLogger(MatcherTask.class);

    private final SharedGallery shared;
    private final VerificationPairs pairs;
    private final WritePeople write;
    private final Sessions sessions;
    private final MatchFaces matchFaces;
    private final ApplyChanges applyChanges;
    private final CompactionTrigger fillTopics;
    private final Outbox outbox;
    private final InstantSource clock;
    private final MatcherSettings settings;
    private final MatcherMetrics meter;
    private final Fingerprint fingerprint;

    /** What a task remembers over a restart. */
    record Memory(Table<SessionEnrollments> enrollments, Table<Long> lastSeen, Table<VerificationSide> verifications) {}

    /**
     * @param writer names this task for as long as it lives
     * @param retention of the topics
     */
    MatcherTask(
            SharedGallery shared,
            PeopleTable everyone,
            Memory memory,
            Outbox outbox,
            String writer,
            Models models,
            MatcherSettings settings,
            Retention retention,
            MatcherMetrics meter,
            InstantSource clock) {
        this.shared = shared;
        this.outbox = outbox;
        this.settings = settings;
        this.meter = meter;
        this.clock = clock;
        this.fingerprint = MatcherFingerprint.of(models, settings);
        var people = new People(everyone, outbox, writer);
        var galleries = new Galleries(
                new SessionGalleries(memory.enrollments, models),
                new SharedReferences(shared, outbox, writer, settings.galleryWait()));
        pairs = new VerificationPairs(memory.verifications, settings.maxVerifications());
        write = new WritePeople(galleries, people, outbox, clock, settings.galleryWait());
        fillTopics = new CompactionTrigger(
                List.of(memory.enrollments, memory.verifications), write, clock, retention.replaced());
        sessions = new Sessions(
                memory.lastSeen,
                galleries.sessions(),
                pairs,
                people,
                write,
                outbox,
                clock,
                settings.sessionExpiry(),
                retention.untilUnanswerable());
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

    /** Must be called before anything else. */
    void prepare() {
        write.prepare();
    }

    void on(Embeddings frame) {
        var before = write.written();
        warnOfUnmatchablePeople(frame.modelId());
        sessions.see(frame.facts().session());
        var match = meter.time(() -> answer(frame)).by(decidedBy(frame));
        outbox.match(match, frame, since(before));
    }

    private Match answer(Embeddings frame) {
        return sessions.hasEnded(frame.facts().session()) ? matchFaces.refuse(frame) : matchFaces.match(frame);
    }

    void on(Change change) {
        var before = write.written();
        see(change);
        var answer = applyChanges.apply(change);
        outbox.answer(answer, since(before));
        if (!(change instanceof Change.KeepAlive)) {
            fillTopics.recordDeletion();
        }
    }

    private void see(Change change) {
        if (change instanceof Change.KeepAlive alive && alive.until() != null) {
            sessions.keepUntil(alive.session(), alive.until());
        } else if (!(change instanceof Change.EndSession)) {
            sessions.see(change.session());
        }
    }

    /** Null if nothing was written since. */
    private @Nullable Written since(Written before) {
        var now = write.written();
        return now.equals(before) ? null : now.since(before);
    }

    void onTime() {
        write.deleteBroughtBack();
        var haveEnded = sessions.expireIdle();
        var haveGone = pairs.expire(clock.instant(), settings.verificationWait());
        if (haveEnded || haveGone) {
            fillTopics.recordDeletion();
        }
        fillTopics.onTime();
    }

    private void warnOfUnmatchablePeople(String modelId) {
        if (!shared.isFirstOf(modelId)) {
            return;
        }
        var hidden = shared.gallery().hiddenPeople(modelId);
        if (hidden > 0) {
            LOG.warn(
                    "people of other models are not recognised: embed them again model={} hiddenPeople={}",
                    modelId,
                    hidden);
        }
    }

    private DecidedBy decidedBy(Embeddings frame) {
        return new DecidedBy(frame.detector(), frame.embedder(), fingerprint, Build.version());
    }

    private EnrollmentGate gate() {
        return new EnrollmentGate(settings.portrait());
    }
}
