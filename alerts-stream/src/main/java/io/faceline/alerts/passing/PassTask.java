package io.faceline.alerts.passing;

import io.faceline.alerts.known.Books;
import io.faceline.alerts.known.Gone;
import io.faceline.alerts.node.ReadPositions;
import io.faceline.alerts.node.ReadUntil;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passes the tracks of one task on to the rules that they may concern, each update once, and the picture of a track's shot once
 * it is there. Confined to the task thread.
 */
final class PassTask {
    /** An ended track is known for so long, so that what the tracker writes again after a crash is not news. */
    static final Duration ENDED_KEPT = Duration.ofHours(1);

    /** A picture without an open track is kept for so long: they come by two topics. */
    static final Duration PICTURE_KEPT = Duration.ofMinutes(1);

    private static final String TRACKS = "tracks";
    private static final String SEPARATOR = "|";

    private final PassTables tables;
    private final Books books;
    private final ObservationOutbox out;
    private final Duration openKept;
    private final Runnable onDeletion;
    private final ReadPositions positions;

    /**
     * @param openKept a track that is open for so long after its last update has lost its tracker
     * @param onDeletion called when something was deleted from the tables
     */
    PassTask(PassTables tables, Books books, ObservationOutbox out, Duration openKept, Runnable onDeletion) {
        this.tables = tables;
        this.books = books;
        this.out = out;
        this.openKept = openKept;
        this.onDeletion = onDeletion;
        this.positions = new ReadPositions(tables.until());
        // Something may have been deleted while no task ran.
        eraseGone();
    }

    /** @param read where the update is, and when it was written by the broker's clock */
    void on(TrackUpdate update, ReadUntil read) {
        refresh();
        if (positions.advance(TRACKS, read) && hasRules() && !isGone(update)) {
            pass(update, read.at());
        }
    }

    /** Where nobody wants to be told of anything, nothing is kept. */
    private boolean hasRules() {
        return !books.book().rules().isEmpty();
    }

    private void pass(TrackUpdate update, Instant writtenAt) {
        var key = key(update);
        var last = tables.tracks().read(key);
        if (last.filter(known -> known.hasSaid(update)).isPresent()) {
            return;
        }
        var before = last.map(PassedTrack::rules).orElse(List.of());
        var rules = rules(books.book().concernedBy(update), before);
        var picture = pictureOf(update);
        var shownBefore = last.map(PassedTrack::pictured).orElse(null);
        var isKnown = picture == null || picture.frame().equals(shownBefore);
        // Written once for all rules, see RepeatedValues.
        var bare = new Observation.OfTrack(update, null);
        var pictured = picture == null ? bare : new Observation.OfTrack(update, picture);
        rules.forEach(rule -> out.pass(rule, isKnown && before.contains(rule) ? bare : pictured));
        var shown = picture == null ? shownBefore : picture.frame();
        tables.tracks()
                .write(
                        key,
                        last.map(known -> known.then(update, rules, shown, writtenAt))
                                .orElseGet(() -> PassedTrack.first(update, rules, shown, writtenAt)));
    }

    /**
     * @param source the key of the record
     * @param writtenAt by the broker's clock
     */
    void on(String source, TrackPicture picture, Instant writtenAt) {
        refresh();
        if (!hasRules()) {
            return;
        }
        tables.pictures().write(picture.track(), new WaitingPicture(source, picture, writtenAt));
        tables.tracks().withPrefix(picture.track() + SEPARATOR).forEach((key, passed) -> {
            var isOfTrack = pictureOf(passed.update()) != null;
            if (isOfTrack && !picture.frame().equals(passed.pictured())) {
                passAgain(passed, passed.rules(), picture);
                tables.tracks().write(key, passed.with(passed.rules(), picture.frame()));
            }
        });
    }

    private void passAgain(PassedTrack passed, Collection<RuleId> rules, @Nullable TrackPicture picture) {
        var observation = new Observation.OfTrack(passed.update(), picture);
        rules.forEach(rule -> out.pass(rule, observation));
    }

    /** The picture of its shot, if it has come. */
    private @Nullable TrackPicture pictureOf(TrackUpdate update) {
        return tables.pictures()
                .read(update.id())
                .filter(waiting -> waiting.source().equals(update.source()))
                .map(WaitingPicture::picture)
                .filter(picture -> picture.frame().equals(update.shot().frame()))
                .orElse(null);
    }

    /** Does what a change of the rules or a deletion asks for. */
    void refresh() {
        if (books.refresh()) {
            eraseGone();
            tables.tracks().where(passed -> !passed.hasEnded()).forEach(this::passToNewRules);
        }
    }

    /** A rule that is new judges who is in view, and not who has gone. */
    private void passToNewRules(String key, PassedTrack passed) {
        var fresh = books.book().concernedBy(passed.update()).stream()
                .filter(rule -> !passed.rules().contains(rule))
                .toList();
        if (!fresh.isEmpty()) {
            passAgain(passed, fresh, pictureOf(passed.update()));
            tables.tracks().write(key, passed.with(rules(fresh, passed.rules()), passed.pictured()));
        }
    }

    /** Those that are concerned now, and those that were: what they know of the track may not hold any more. */
    private List<RuleId> rules(Collection<RuleId> concerned, List<RuleId> before) {
        var stillThere = before.stream().filter(rule -> books.book().rule(rule).isPresent());
        return Stream.concat(concerned.stream(), stillThere).distinct().toList();
    }

    private void eraseGone() {
        tables.tracks().where(passed -> isGone(passed.update())).forEach((key, passed) -> {
            tables.tracks().remove(key);
            erasePicture(passed.update().id());
        });
        tables.tracks().where(passed -> isDeleted(passed.update())).forEach((key, passed) -> {
            tables.tracks().write(key, passed.withoutPerson());
            erasePicture(passed.update().id());
        });
    }

    private void erasePicture(String track) {
        tables.pictures().remove(track);
        onDeletion.run();
    }

    private boolean isGone(TrackUpdate update) {
        return Gone.isGone(books.book().erasure(), update.session(), update.source());
    }

    private boolean isDeleted(TrackUpdate update) {
        return Gone.isOfDeleted(books.book().erasure(), update);
    }

    /**
     * Forgets what has ended.
     *
     * @param now how far the broker's clock is known to have come
     */
    void forget(Instant now) {
        tables.tracks()
                .where(passed -> passed.at()
                        .plus(passed.hasEnded() ? ENDED_KEPT : openKept)
                        .isBefore(now))
                .keySet()
                .forEach(tables.tracks()::remove);
        tables.pictures()
                .where(waiting -> waiting.at().plus(PICTURE_KEPT).isBefore(now) && !isOpen(waiting.picture()))
                .keySet()
                .forEach(this::erasePicture);
    }

    private boolean isOpen(TrackPicture picture) {
        return tables.tracks().withPrefix(picture.track() + SEPARATOR).values().stream()
                .anyMatch(passed -> !passed.hasEnded());
    }

    /** Sessions follow their sources apart, whatever names these have. */
    private static String key(TrackUpdate update) {
        return update.id() + SEPARATOR + update.session();
    }
}
