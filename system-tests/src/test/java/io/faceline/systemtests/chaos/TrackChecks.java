package io.faceline.systemtests.chaos;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.FaceTrack;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.systemtests.chaos.TrackEvidence.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what the trackers wrote with the answers to all frames, and with what one undisturbed tracker would have written. */
final class TrackChecks {
    private final Evidence evidence;
    private final TrackEvidence tracked;
    private final Set<String> deletedJobs;
    private final PeopleLedger ledger;
    private final RoundNotes notes;

    TrackChecks(
            Evidence evidence, TrackEvidence tracked, Set<String> deletedJobs, PeopleLedger ledger, RoundNotes notes) {
        this.evidence = evidence;
        this.tracked = tracked;
        this.deletedJobs = Set.copyOf(deletedJobs);
        this.ledger = ledger;
        this.notes = notes;
    }

    /** What is still to be tracked. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        answered().forEach((source, sequences) -> {
            if (!isDeleted(source)) {
                var open = new TreeSet<>(sequences.keySet());
                open.removeAll(seen(source).keySet());
                if (!open.isEmpty()) {
                    missing.add("frames " + open + " of " + source + " are answered and not tracked");
                }
            }
        });
        videos().stream()
                .filter(source -> !isComplete(source))
                .map(source -> "the video " + source.name() + " is not complete: "
                        + tracked.videos().get(source.name()))
                .forEach(missing::add);
        return missing;
    }

    void check() {
        missing().forEach(notes::violation);
        answered().keySet().forEach(this::checkFrames);
        tracked.tracks().forEach(this::checkTracks);
        videos().forEach(this::checkVideo);
        tracked.appearances().values().forEach(this::checkPeople);
    }

    /** The answers to each source whose faces are followed, by sequence number. */
    private Map<Source, Map<Long, List<Match>>> answered() {
        var answered = new LinkedHashMap<Source, Map<Long, List<Match>>>();
        evidence.answers().values().stream()
                .flatMap(List::stream)
                .map(Evidence.Answer::match)
                .filter(match -> Sighting.isOf(match.facts()))
                .forEach(match -> answered.computeIfAbsent(Source.of(match.facts()), any -> new TreeMap<>())
                        .computeIfAbsent(match.facts().sequence(), any -> new ArrayList<>())
                        .add(match));
        return answered;
    }

    /** The videos that were not deleted. */
    private List<Source> videos() {
        return answered().keySet().stream()
                .filter(TrackChecks::isVideo)
                .filter(source -> !isDeleted(source))
                .toList();
    }

    private static boolean isVideo(Source source) {
        return Job.isId(source.name());
    }

    private boolean isDeleted(Source source) {
        return deletedJobs.contains(source.name());
    }

    private boolean isComplete(Source source) {
        var video = tracked.videos().get(source.name());
        return video != null && video.isComplete();
    }

    /** The frames that a reader sees who ignores what is not newer. */
    private TreeMap<Long, TrackedFrame> seen(Source source) {
        var seen = new TreeMap<Long, TrackedFrame>();
        for (var frame : tracked.frames().getOrDefault(source, List.of())) {
            if (seen.isEmpty() || frame.sequence() > seen.lastKey()) {
                seen.put(frame.sequence(), frame);
            }
        }
        return seen;
    }

    private void checkFrames(Source source) {
        var seen = seen(source);
        var written = tracked.frames().getOrDefault(source, List.of());
        notes.count("tracked_frames", seen.size());
        notes.count("tracked_twice", written.size() - seen.size());
        for (var frame : written) {
            var first = seen.get(frame.sequence());
            if (first == null) {
                notes.violation("frame " + frame.facts().id() + " was tracked after a later one");
            } else if (!first.equals(frame) && !namesDeleted(first) && !namesDeleted(frame)) {
                notes.violation("frame " + frame.facts().id() + " was tracked as " + first.tracks() + " and as "
                        + frame.tracks());
            }
        }
        var answers = tracked.sightings().getOrDefault(source, List.of()).stream()
                .map(Sighting::match)
                .collect(Collectors.toSet());
        var known = tracked.tracks().getOrDefault(source, List.of()).stream()
                .map(TrackUpdate::id)
                .collect(Collectors.toSet());
        for (var frame : seen.values()) {
            if (!answers.contains(frame.match())) {
                notes.violation("the tracked frame " + frame.facts().id() + " has an answer that nobody gave");
            }
            frame.tracks().stream()
                    .filter(track -> !known.contains(track.id()))
                    .forEach(track -> notes.violation("the track " + track.id() + " of frame "
                            + frame.facts().id() + " was never reported"));
        }
    }

    private boolean namesDeleted(TrackedFrame frame) {
        return frame.tracks().stream().map(FaceTrack::person).anyMatch(this::isDeletedPerson);
    }

    private boolean isDeletedPerson(@Nullable PersonId person) {
        return person != null
                && ledger.find(person).flatMap(PeopleLedger.Entry::leavingAt).isPresent();
    }

    private void checkTracks(Source source, List<TrackUpdate> updates) {
        updates.stream()
                .collect(Collectors.groupingBy(TrackUpdate::id, LinkedHashMap::new, Collectors.toList()))
                .forEach((id, reports) -> {
                    notes.count("tracks");
                    new TrackLife(id, reports).faults().forEach(fault -> notes.violation(fault + " of " + source));
                });
    }

    private void checkVideo(Source source) {
        var frames = seen(source).values();
        var video = tracked.videos().get(source.name());
        if (video == null || !isComplete(source)) {
            return;
        }
        var appearances = tracked.appearancesOf(source.name());
        notes.count("films_tracked");
        var version = tracked.appearances().values().stream()
                .filter(appearance -> appearance.job().equals(source.name()))
                .mapToLong(Appearance::version)
                .max()
                .orElse(0);
        var expected = new TrackedVideo(
                source.name(),
                source.session(),
                frames.size(),
                frames.stream().filter(TrackChecks::isLost).count(),
                frames.stream().mapToInt(frame -> frame.tracks().size()).sum(),
                video.next(),
                frames.stream().mapToLong(TrackedFrame::sequence).max().orElse(-1),
                version,
                true);
        if (!video.equals(expected)) {
            notes.violation("the video was tracked as " + video + ", its frames say " + expected);
        }
        if (isPaused(source)) {
            notes.count("films_paused");
            return;
        }
        var undisturbed = UndisturbedPass.of(tracked.sightings().getOrDefault(source, List.of()));
        if (!appearances.equals(undisturbed)) {
            notes.violation("the video " + source.name() + " has the appearances " + appearances
                    + ", without disturbance they are " + undisturbed);
        }
    }

    private static boolean isLost(TrackedFrame frame) {
        return frame.match().outcome().fold(faces -> false, reason -> true, (code, message) -> true);
    }

    /** Whether answers did not come for so long that tracks ended. */
    private boolean isPaused(Source source) {
        return tracked.tracks().getOrDefault(source, List.of()).stream()
                .anyMatch(update -> update.end() == TrackEnd.SOURCE_SILENT);
    }

    private void checkPeople(Appearance appearance) {
        var person = appearance.identity().person();
        if (person != null
                && ledger.deleted().stream().anyMatch(entry -> entry.id().equals(person))) {
            notes.violation("deleted person " + person + " is in the appearance " + appearance.key());
        }
    }
}
