package io.faceline.alerting.judge.special.absent;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.special.shared.Records;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Who was seen in the windows of deadlines that are not judged yet. Not thread-safe. */
final class Presence {
    private static final int MAX_TRACKS = 20;

    private final Records<Present> marks;

    /** @param tracks that show it, the newest, for when a name is taken back */
    record Present(LocalDate date, AlertSubject subject, List<String> tracks) {
        Present {
            tracks = List.copyOf(tracks);
        }
    }

    Presence(JudgeMemory memory) {
        marks = new Records<>(memory, Records.ABSENT + "present", Present.class);
    }

    boolean isPresent(LocalDate date, AlertScope scope, AlertSubject subject) {
        return marks.find(name(date, scope, subject)).isPresent();
    }

    void mark(LocalDate date, AlertScope scope, AlertSubject subject, String track) {
        var name = name(date, scope, subject);
        var tracks = new ArrayList<>(marks.find(name).map(Present::tracks).orElse(List.of()));
        if (!tracks.contains(track)) {
            tracks.add(track);
            var newest = tracks.subList(Math.max(0, tracks.size() - MAX_TRACKS), tracks.size());
            marks.put(name, new Present(date, subject, newest));
        }
    }

    /** The track is not of this person. */
    void unmark(PersonId person, String track) {
        var subject = AlertSubject.of(person);
        for (var name : marks.names()) {
            marks.find(name)
                    .filter(mark ->
                            mark.subject().equals(subject) && mark.tracks().contains(track))
                    .ifPresent(mark -> unmark(name, mark, track));
        }
    }

    private void unmark(String name, Present mark, String track) {
        var others =
                mark.tracks().stream().filter(other -> !other.equals(track)).toList();
        if (others.isEmpty()) {
            marks.remove(name);
        } else {
            marks.put(name, new Present(mark.date(), mark.subject(), others));
        }
    }

    /** What is up to this date is judged. */
    void forgetThrough(LocalDate date) {
        removeIf(mark -> !mark.date().isAfter(date));
    }

    void forget(Predicate<AlertSubject> gone) {
        removeIf(mark -> gone.test(mark.subject()));
    }

    void clear() {
        marks.clear();
    }

    private void removeIf(Predicate<Present> gone) {
        marks.names().stream()
                .filter(name -> marks.find(name).filter(gone).isPresent())
                .toList()
                .forEach(marks::remove);
    }

    private static String name(LocalDate date, AlertScope scope, AlertSubject subject) {
        return date + "|" + scope + "|" + subject;
    }
}
