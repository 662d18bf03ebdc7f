package io.faceline.systemtests.chaos;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.systemtests.chaos.Evidence.Answer;
import io.faceline.systemtests.chaos.Evidence.Sent;
import io.faceline.systemtests.privacy.LfwPhoto;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the answers to all frames with the frames, and with who was enrolled and deleted when. */
final class FrameChecks {
    /** Between the time of a matcher and that of the broker, and until a matcher has read what another wrote. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final Evidence evidence;
    private final PeopleLedger ledger;
    private final Portraits portraits;
    private final RoundNotes notes;
    private final Map<PersonId, LfwPhoto> shown = new HashMap<>();

    FrameChecks(Evidence evidence, PeopleLedger ledger, Portraits portraits, RoundNotes notes) {
        this.evidence = evidence;
        this.ledger = ledger;
        this.portraits = portraits;
        this.notes = notes;
        for (var frame : evidence.frames().values()) {
            if (frame.facts().role() instanceof Role.Enrollment role) {
                photo(frame).ifPresent(photo -> shown.put(role.person(), photo));
            }
        }
    }

    void check() {
        notes.count("frames", evidence.frames().size());
        notes.count(
                "answers",
                evidence.answers().values().stream().mapToInt(List::size).sum());
        notes.count("dead_letters", evidence.letters().size());
        evidence.letters()
                .forEach((frame, causes) -> notes.event("dead_letter frame=" + frame + " cause=\"" + causes + "\""));
        evidence.unanswered()
                .forEach(frame -> notes.violation("frame " + frame.facts().id() + " of role "
                        + frame.facts().role().getClass().getSimpleName() + ", sent at " + frame.at()
                        + ", has neither an answer nor a dead letter"));
        notes.count("lost", evidence.unanswered().size());
        evidence.answers().forEach((id, answers) -> {
            checkRepetition(id, answers);
            var frame = evidence.frames().get(id);
            if (frame == null) {
                notes.violation("answer to a frame that nobody sent: " + id);
                return;
            }
            notes.count("duplicates", Math.max(0, answers.size() - frame.times()));
            answers.forEach(answer -> check(frame, answer));
        });
    }

    /** Two answers differ only where people changed between them, or where the frame was too old when it was read again. */
    private void checkRepetition(String id, List<Answer> answers) {
        for (var i = 1; i < answers.size(); i++) {
            var before = answers.get(i - 1);
            var after = answers.get(i);
            if (decisions(before.match()).equals(decisions(after.match()))) {
                continue;
            }
            notes.count("differing_duplicates");
            if (isDropped(before) || isDropped(after)) {
                continue;
            }
            if (!haveChanged(before.match().facts().session(), before.at(), after.at())) {
                notes.violation(
                        "frame " + id + " was answered differently without a change: " + decisions(before.match())
                                + " at " + before.at() + ", " + decisions(after.match()) + " at " + after.at());
            }
        }
    }

    private static boolean isDropped(Answer answer) {
        return answer.match().outcome().fold(faces -> false, reason -> true, (code, message) -> false);
    }

    private boolean haveChanged(SessionId session, Instant from, Instant until) {
        return evidence.people().stream()
                .filter(change -> change.person().session().equals(session)
                        || change.person().session().isShared())
                .anyMatch(change -> !change.at().isBefore(from.minus(TOLERANCE))
                        && !change.at().isAfter(until.plus(TOLERANCE)));
    }

    private void check(Sent frame, Answer answer) {
        var outcome = answer.match()
                .outcome()
                .fold(
                        faces -> "faces",
                        reason -> "dropped_" + reason.name(),
                        (code, message) -> "failed_" + code.name());
        notes.count(outcome);
        if (outcome.startsWith("failed_") && !outcome.endsWith(FailureCode.INTERNAL.name())) {
            notes.violation("frame " + frame.facts().id() + " of a good photo " + outcome);
        }
        candidates(answer.match()).forEach(candidate -> check(frame, answer, candidate));
        checkDecisions(frame, answer);
    }

    private void check(Sent frame, Answer answer, Candidate candidate) {
        ledger.find(candidate.person()).ifPresent(entry -> {
            if (entry.isDeletedBefore(frame.at())) {
                notes.violation("deleted person " + candidate.person() + " (" + ChaosVisitor.described(entry)
                        + ") is in the answer to frame " + frame.facts().id() + " sent at " + frame.at()
                        + ", given at " + answer.at());
            }
            if (!entry.session().equals("shared")
                    && !entry.session().equals(frame.facts().session().value())) {
                notes.violation("a person of another session is in the answer to frame "
                        + frame.facts().id());
            }
        });
    }

    /** Nobody is taken for another, and whoever is enrolled with this very photo is found. */
    private void checkDecisions(Sent frame, Answer answer) {
        var photo = photo(frame);
        if (photo.isEmpty() || !(frame.facts().role() instanceof Role.Probe)) {
            return;
        }
        var identifications = identifications(answer.match()).toList();
        identifications.stream()
                .filter(found -> found.decision() == Decision.MATCH)
                .map(found -> found.candidates().get(0).person())
                .filter(person -> !photo.get()
                        .human()
                        .equals(Optional.ofNullable(shown.get(person))
                                .map(LfwPhoto::human)
                                .orElse("")))
                .forEach(person -> notes.violation("frame " + frame.facts().id() + " of " + photo.get()
                        + " was taken for " + person + " of " + shown.get(person)));
        if (!identifications.isEmpty()) {
            checkFound(frame, answer, photo.get(), identifications);
        }
    }

    private void checkFound(Sent frame, Answer answer, LfwPhoto photo, List<Identification> identifications) {
        var expected = ledger.all().stream()
                .filter(entry -> entry.photo().equals(photo)
                        && entry.session().equals(frame.facts().session().value())
                        && entry.isThereFrom(frame.at(), answer.at()))
                .map(PeopleLedger.Entry::id)
                .toList();
        var best = identifications.stream()
                .flatMap(found -> found.candidates().stream().limit(1))
                .map(Candidate::person)
                .toList();
        if (!expected.isEmpty()) {
            notes.count("known_answers");
            if (best.stream().noneMatch(expected::contains)) {
                notes.violation("frame " + frame.facts().id() + " of " + photo + " sent at " + frame.at() + " shows "
                        + expected + ", answered was " + decisions(answer.match()) + " at " + answer.at());
            }
        }
    }

    private Optional<LfwPhoto> photo(Sent frame) {
        return frame.image().flatMap(portraits::find);
    }

    private static List<String> decisions(Match match) {
        return match.outcome()
                .fold(
                        faces -> faces.faces().stream()
                                .map(MatchedFace::identification)
                                .filter(Objects::nonNull)
                                .map(FrameChecks::decision)
                                .toList(),
                        reason -> List.of(reason.name()),
                        (code, message) -> List.of(code.name()));
    }

    private static String decision(Identification found) {
        return found.decision() == Decision.MATCH
                ? "MATCH " + found.candidates().get(0).person()
                : found.decision().name();
    }

    private static Stream<Identification> identifications(Match match) {
        return match.outcome()
                .fold(
                        faces -> faces.faces().stream()
                                .map(MatchedFace::identification)
                                .filter(Objects::nonNull),
                        reason -> Stream.empty(),
                        (code, message) -> Stream.empty());
    }

    private static Stream<Candidate> candidates(Match match) {
        return identifications(match).flatMap(found -> found.candidates().stream());
    }
}
