package io.faceline.tracker;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.contracts.track.TrackedVideo;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes and erases the appearances, shots and records of all videos of a task, and knows whom they are of. Not thread-safe. */
final class AppearanceWriter {
    private final TrackerTables tables;
    private final TrackOutbox out;
    private final CompactionTrigger compaction;
    private final Map<PersonId, Set<String>> keys = new HashMap<>();
    /** The keys of the appearances that were corrected by hand. */
    private final Set<String> corrected = new HashSet<>();

    /** The appearances of videos that are followed, by job and key: to read them from the table each time takes long. */
    private final Map<String, Map<String, Appearance>> followed = new HashMap<>();

    AppearanceWriter(TrackerTables tables, TrackOutbox out, CompactionTrigger compaction) {
        this.tables = tables;
        this.out = out;
        this.compaction = compaction;
        tables.appearances().where(any -> true).values().forEach(this::index);
    }

    /** The appearances of a video that is followed, by their key, as of now. */
    Map<String, Appearance> written(String job) {
        return Collections.unmodifiableMap(
                followed.computeIfAbsent(job, any -> tables.appearances().withPrefix(Appearance.prefix(job))));
    }

    /** A video is not followed any more: none of its tracks is compared again. */
    void complete(String job) {
        followed.remove(job);
        compaction.recordDeletion();
        tables.ended().withPrefix(Appearance.prefix(job)).keySet().forEach(tables.ended()::remove);
    }

    void write(Appearance appearance) {
        tables.appearances().read(appearance.key()).ifPresent(this::removeFromIndex);
        tables.appearances().write(appearance.key(), appearance);
        out.appearance(appearance.key(), appearance);
        index(appearance);
        Optional.ofNullable(followed.get(appearance.job()))
                .ifPresent(written -> written.put(appearance.key(), appearance));
    }

    void write(TrackedVideo video) {
        tables.videos().write(video.job(), video);
        out.video(video.job(), video);
    }

    void write(String key, ShotPicture picture) {
        out.shot(key, picture);
    }

    /** The keys of the appearances that are, or look like, one of these people. */
    List<String> of(Predicate<PersonId> people) {
        return keys.entrySet().stream()
                .filter(entry -> people.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .toList();
    }

    /** Erases the pictures of an appearance. */
    void eraseShots(String appearance) {
        compaction.recordDeletion();
        Stream.of(ShotPicture.Kind.values()).forEach(kind -> out.shot(ShotPicture.key(appearance, kind), null));
    }

    /** Erases all of a video. */
    void erase(String job) {
        tables.appearances().withPrefix(Appearance.prefix(job)).forEach((key, appearance) -> {
            eraseShots(key);
            out.appearance(key, null);
            tables.appearances().remove(key);
            removeFromIndex(appearance);
        });
        // A crash may have kept these and not their appearances.
        tables.ended().withPrefix(Appearance.prefix(job)).keySet().forEach(this::eraseShots);
        complete(job);
        tables.videos().remove(job);
        out.video(job, null);
    }

    /** Nobody is known in these appearances any more. */
    void forget(List<String> appearances, Predicate<PersonId> people) {
        appearances.stream()
                .flatMap(key -> tables.appearances().read(key).stream())
                .filter(known -> people(known).anyMatch(people))
                .collect(Collectors.groupingBy(Appearance::job))
                .forEach((job, known) -> forget(job, known, people));
    }

    private void forget(String job, List<Appearance> appearances, Predicate<PersonId> people) {
        rewrite(job, appearances.stream().map(known -> known.without(people)).toList());
    }

    /** Writes changed appearances of a video, and that there are newer ones. */
    private void rewrite(String job, List<Appearance> changed) {
        var video = tables.videos().read(job);
        var versions = changed.stream().mapToLong(Appearance::version);
        var version = Math.max(
                versions.max().orElse(0), video.map(TrackedVideo::version).orElse(0L));
        for (var appearance : changed) {
            version++;
            write(appearance.at(version));
        }
        var newest = version;
        video.ifPresent(known -> write(known.at(newest)));
    }

    /**
     * Does as was said by hand in the videos of this task that are not followed.
     *
     * @return the jobs of videos that are followed, in which something else was said
     */
    Set<String> correct(Corrections corrections) {
        var keys =
                Stream.concat(corrected.stream(), corrections.keys()).distinct().toList();
        var changed = keys.stream()
                .flatMap(key -> tables.appearances().read(key).stream())
                .filter(known -> !corrections.applied(known).equals(known))
                .collect(Collectors.groupingBy(Appearance::job));
        var ofFollowed = new HashSet<>(changed.keySet());
        ofFollowed.retainAll(followed.keySet());
        changed.forEach((job, known) -> {
            if (!ofFollowed.contains(job)) {
                rewrite(job, known.stream().map(corrections::applied).toList());
            }
        });
        return ofFollowed;
    }

    private void removeFromIndex(Appearance appearance) {
        corrected.remove(appearance.key());
        people(appearance)
                .forEach(person -> keys.computeIfPresent(person, (any, known) -> {
                    known.remove(appearance.key());
                    return known.isEmpty() ? null : known;
                }));
    }

    private void index(Appearance appearance) {
        if (appearance.identity().corrected() != null) {
            corrected.add(appearance.key());
        }
        people(appearance).forEach(person -> keys.computeIfAbsent(person, any -> new HashSet<>())
                .add(appearance.key()));
    }

    private static Stream<PersonId> people(Appearance appearance) {
        var like = Optional.ofNullable(appearance.like()).map(known -> known.person());
        var identity = appearance.identity();
        var said = Optional.ofNullable(identity.uncorrected().person());
        return Stream.of(Optional.ofNullable(identity.person()), said, like).flatMap(Optional::stream);
    }
}
