package io.faceline.alerts.judging;

import io.faceline.alerting.book.Erasure;
import io.faceline.alerts.known.Gone;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes alerts, and the picture of each one's shot, once a frame. Confined to the task thread. */
final class AlertPictures {
    /** So long after its track was last heard of, no alert wants a picture. */
    static final Duration KEPT = Duration.ofHours(1);

    private static final Set<AlertReason> ERASED = EnumSet.of(AlertReason.ERASED, AlertReason.SOURCE_DELETED);
    private static final String SEPARATOR = "|";

    private final Table<KeptPicture> pictures;
    private final Table<AlertMark> marks;
    private final AlertOutbox out;
    private final CompactionTrigger compaction;
    private final Set<String> open = new HashSet<>();

    /**
     * @param pictures by rule and track
     * @param marks by rule and alert
     */
    AlertPictures(Table<KeptPicture> pictures, Table<AlertMark> marks, AlertOutbox out, CompactionTrigger compaction) {
        this.pictures = pictures;
        this.marks = marks;
        this.out = out;
        this.compaction = compaction;
        open.addAll(marks.where(AlertMark::isOpen).keySet());
    }

    /** @param picture of the track's shot, if it is new */
    void on(RuleId rule, TrackUpdate track, @Nullable TrackPicture picture, Instant now) {
        var key = key(rule, track.id());
        if (picture != null) {
            pictures.write(key, KeptPicture.of(track, picture, now));
            showTo(rule, picture);
        } else {
            pictures.read(key).map(known -> known.heardOf(track, now)).ifPresent(known -> pictures.write(key, known));
        }
    }

    /** The alerts that were written before their picture came. */
    private void showTo(RuleId rule, TrackPicture picture) {
        var prefix = key(rule, "");
        marks.withPrefix(prefix).forEach((key, mark) -> {
            if (mark.awaits(picture.track(), picture.frame())) {
                out.shot(key.substring(prefix.length()), new AlertPicture(picture.frame(), picture.jpeg()));
                marks.write(key, mark.showing(picture.frame()));
            }
        });
    }

    void write(Alert alert, Instant now) {
        var key = key(alert.rule(), alert.id().value());
        out.alert(alert.id().value(), alert);
        var shown = isErased(alert) ? erase(alert) : show(alert, marks.read(key));
        var mark = AlertMark.of(alert, shown, now);
        marks.write(key, mark);
        if (mark.isOpen()) {
            open.add(key);
        } else {
            open.remove(key);
        }
    }

    private static boolean isErased(Alert alert) {
        var reason = alert.reason();
        return reason != null && ERASED.contains(reason);
    }

    private Optional<FrameId> erase(Alert alert) {
        out.shot(alert.id().value(), null);
        compaction.recordErasure();
        return Optional.empty();
    }

    /** Writes the picture of the shot; while it has not come, another one of the track rather than none. */
    private Optional<FrameId> show(Alert alert, Optional<AlertMark> before) {
        var shownBefore = before.map(AlertMark::shown);
        var shot = alert.shot();
        if (shot == null) {
            return shownBefore.isPresent() ? erase(alert) : Optional.empty();
        }
        if (before.filter(mark -> mark.hasPictureOf(shot.frame())).isPresent()) {
            return shownBefore;
        }
        var found = find(alert.rule(), alert.tracks());
        var picture = found.stream()
                .filter(it -> it.frame().equals(shot.frame()))
                .findFirst()
                .or(() -> shownBefore.isPresent()
                        ? Optional.empty()
                        : found.stream().findFirst());
        picture.ifPresent(it -> out.shot(alert.id().value(), new AlertPicture(it.frame(), it.jpeg())));
        return picture.map(TrackPicture::frame).or(() -> shownBefore);
    }

    private List<TrackPicture> find(RuleId rule, List<String> tracks) {
        return tracks.stream()
                .flatMap(track -> pictures.read(key(rule, track)).stream())
                .map(KeptPicture::picture)
                .toList();
    }

    /** Erases the pictures of whom and what was deleted. */
    void eraseGone(Erasure erasure) {
        remove(pictures.where(kept -> isGone(erasure, kept)).keySet());
    }

    private static boolean isGone(Erasure erasure, KeptPicture kept) {
        var person = kept.person();
        return Gone.isGone(erasure, kept.session(), kept.source()) || (person != null && erasure.isDeleted(person));
    }

    void forget(Instant now) {
        var before = now.minus(KEPT);
        remove(pictures.where(kept -> kept.at().isBefore(before)).keySet());
        marks.where(mark -> !mark.isOpen() && mark.at().isBefore(before))
                .keySet()
                .forEach(marks::remove);
    }

    private void remove(Set<String> keys) {
        keys.forEach(pictures::remove);
        if (!keys.isEmpty()) {
            compaction.recordDeletion();
        }
    }

    /** Number of alerts that are open. */
    int openAlerts() {
        return open.size();
    }

    private static String key(RuleId rule, String rest) {
        return rule + SEPARATOR + rest;
    }
}
