package io.faceline.alerting.judge.track;

import io.faceline.alerting.book.Erasure;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.FirstOnly;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forgets who and what was erased, and what is too old. Alerts are the ledger's. Not thread-safe. */
final class Forgetting {
    private static final String SOURCE = "source|";
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(6);

    private final JudgeMemory memory;
    private final Visits visits;
    private final TrackNotes notes;
    private final Company company;
    private final Silences silences;
    private final Crowds crowds;
    private final Replacements replacements;
    private final Duration kept;
    /** Whose tracks are known, as keys. */
    private final Set<String> sources = new HashSet<>();

    private Instant cleanedAt = Instant.EPOCH;

    /** That tracks of a source are known; the key has its session as well. */
    record Known(String source) {}

    Forgetting(
            JudgeMemory memory,
            Visits visits,
            TrackNotes notes,
            Company company,
            Silences silences,
            Crowds crowds,
            Replacements replacements,
            Duration kept) {
        this.memory = memory;
        this.visits = visits;
        this.notes = notes;
        this.company = company;
        this.silences = silences;
        this.crowds = crowds;
        this.replacements = replacements;
        this.kept = kept;
        memory.keys().stream().filter(key -> key.startsWith(SOURCE)).forEach(sources::add);
    }

    /** Whether a track is of what was erased. */
    boolean isErased(TrackUpdate track, Erasure erasure) {
        return isErased(track.source(), track.session(), erasure);
    }

    private static boolean isErased(String source, SessionId session, Erasure erasure) {
        return erasure.hasEnded(session) || erasure.isDeletedSource(source);
    }

    /** A track without people who were erased. */
    TrackUpdate cleaned(TrackUpdate track, Erasure erasure) {
        var former = track.former();
        var isFormerGone = former != null && erasure.isDeleted(former);
        if (!isFormerGone && !track.identity().knows(erasure::isDeleted)) {
            return track;
        }
        return new TrackUpdate(
                track.id(),
                track.source(),
                track.session(),
                track.number(),
                track.phase(),
                track.revision(),
                track.first(),
                track.last(),
                track.frames(),
                track.identity().without(erasure::isDeleted),
                isFormerGone ? null : former,
                track.shot(),
                track.end());
    }

    /** Notes that tracks of a source are known. */
    void seen(TrackUpdate track) {
        var key = SOURCE + track.session() + "|" + track.source();
        if (sources.add(key)) {
            memory.write(key, new Known(track.source()));
        }
    }

    /** Forgets who and what was erased. */
    void erase(Erasure erasure) {
        List.copyOf(sources).stream()
                .filter(key -> isErased(part(key, 2), new SessionId(part(key, 1)), erasure))
                .forEach(this::eraseSource);
        visits.where(visit -> isErased(visit, erasure)).forEach(visits::remove);
        visits.where(visit -> isDeleted(visit.face().identity().person(), erasure))
                .forEach(visit -> visits.keep(visit.with(withoutName(visit.face()), false)));
        silences.remove(erasure::isDeleted);
        notes.remove(erasure::isDeleted);
    }

    private static boolean isErased(Visit visit, Erasure erasure) {
        var seen = visit.seen();
        return visit.subject().person().filter(erasure::isDeleted).isPresent()
                || isErased(seen.source(), seen.session(), erasure);
    }

    private static boolean isDeleted(@Nullable PersonId person, Erasure erasure) {
        return person != null && erasure.isDeleted(person);
    }

    private static Visit.Face withoutName(Visit.Face face) {
        return new Visit.Face(
                face.identity().unknown(), face.identityTrack(), face.shot(), face.shotTrack(), face.shotAt());
    }

    private void eraseSource(String known) {
        var source = part(known, 2);
        crowds.removeOf(source);
        List.copyOf(memory.keys()).stream()
                .filter(key -> key.startsWith("track|" + source + "/")
                        || key.startsWith("not|" + source + "/")
                        || key.startsWith("silence|source:" + source + "|")
                        || key.endsWith("|" + source))
                .forEach(memory::remove);
        sources.remove(known);
    }

    /** Forgets everything but the alerts, of a rule that is deleted. */
    void all() {
        visits.all().forEach(visits::remove);
        crowds.sources().forEach(crowds::removeOf);
        sources.clear();
        List.copyOf(memory.keys()).stream()
                .filter(key -> !AlertLedger.isAlert(key))
                .forEach(memory::remove);
    }

    /** Forgets what is too old, a few times a day. */
    void onTime(Instant now, LookTimes times, Optional<AlertRule> rule) {
        if (!now.isBefore(cleanedAt.plus(BETWEEN_CLEANINGS))) {
            cleanedAt = now;
            notes.forget(now, kept);
            company.forget(now, kept);
            times.forget(now, kept);
            crowds.forget(now, kept);
            replacements.forget(now, kept);
            silences.forget(now, kept, rule.map(known -> known.limits().first()).orElse(FirstOnly.NO));
        }
    }

    private static String part(String key, int index) {
        return key.split("\\|", -1)[index];
    }
}
