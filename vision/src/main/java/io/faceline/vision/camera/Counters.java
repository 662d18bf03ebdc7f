package io.faceline.vision.camera;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.vision.camera.rule.LastMoments;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Counts what comes from a camera, for {@link StreamFigures}. Thread-safe. */
final class Counters {
    private static final Duration RATE = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** So often a minute damage is no accident. */
    private static final int WEAK = 5;

    private final long opened = System.nanoTime();

    @GuardedBy("this")
    private final LastMoments arrivals = new LastMoments(RATE);

    @GuardedBy("this")
    private final LastMoments damages = new LastMoments(MINUTE);

    @GuardedBy("this")
    private Set<CameraNotice> pictureNotices = Set.of();

    @GuardedBy("this")
    private boolean waitsForKeyFrame;

    @GuardedBy("this")
    private String codec = "";

    @GuardedBy("this")
    private int width;

    @GuardedBy("this")
    private int height;

    @GuardedBy("this")
    private long received;

    @GuardedBy("this")
    private long damaged;

    @GuardedBy("this")
    private long behind;

    @GuardedBy("this")
    private long repeated;

    @GuardedBy("this")
    private int ignoredCells;

    @GuardedBy("this")
    private long lastWhole = opened;

    /** When the picture came that is being decoded; empty between two. */
    @GuardedBy("this")
    private Optional<Long> decoding = Optional.empty();

    synchronized void decoding(long nanos) {
        decoding = Optional.of(nanos);
    }

    synchronized void decoded() {
        decoding = Optional.empty();
    }

    /** Whether one picture has been decoded for longer than this. */
    synchronized boolean isStuck(long nanos, Duration longest) {
        return decoding.filter(since -> nanos - since > longest.toNanos()).isPresent();
    }

    synchronized void received(long nanos) {
        received++;
        arrivals.add(nanos);
    }

    synchronized void whole(String codecName, int pixelsWide, int pixelsHigh, long nanos) {
        codec = codecName;
        width = pixelsWide;
        height = pixelsHigh;
        waitsForKeyFrame = false;
        lastWhole = nanos;
    }

    /** A whole picture came that was not decoded. */
    synchronized void whole(long nanos) {
        lastWhole = nanos;
    }

    synchronized void waitsForKeyFrame() {
        waitsForKeyFrame = true;
    }

    synchronized void damaged() {
        damaged++;
    }

    synchronized void damageBegins(long nanos) {
        damages.add(nanos);
    }

    synchronized void behind() {
        behind++;
    }

    synchronized void repeated() {
        repeated++;
    }

    synchronized void notices(Set<CameraNotice> notices) {
        pictureNotices = Set.copyOf(notices);
    }

    synchronized void ignoredCells(int cells) {
        ignoredCells = cells;
    }

    /** @param replaced frames that waited until a newer one came */
    synchronized StreamFigures figures(long nanos, long replaced) {
        return new StreamFigures(
                codec.isEmpty() ? Optional.empty() : Optional.of(codec),
                width,
                height,
                arrivals.perSecond(nanos, opened),
                received,
                damaged,
                behind + replaced,
                repeated,
                ignoredCells,
                Math.max(0, nanos - lastWhole) / 1_000_000,
                notices(nanos));
    }

    @GuardedBy("this")
    private Set<CameraNotice> notices(long nanos) {
        var notices = EnumSet.noneOf(CameraNotice.class);
        notices.addAll(pictureNotices);
        if (waitsForKeyFrame) {
            notices.add(CameraNotice.WAITS_FOR_KEY_FRAME);
        }
        if (damages.count(nanos) >= WEAK) {
            notices.add(CameraNotice.WEAK_LINK);
        }
        if (ignoredCells > 0) {
            notices.add(CameraNotice.MOTION_LEARNED);
        }
        return notices;
    }
}
