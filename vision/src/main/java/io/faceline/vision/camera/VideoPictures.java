package io.faceline.vision.camera;

import io.faceline.vision.camera.ffmpeg.CameraCodec;
import io.faceline.vision.camera.rule.ArrivalClock;
import io.faceline.vision.camera.rule.DamageRule;
import io.faceline.vision.video.VideoException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Tells right pictures of a video from damaged ones, and when there have been none for too long. Confined to one thread. */
final class VideoPictures {
    /** Errors without a picture for so long, and no key frame that ends them, are another codec. */
    private static final long ERRORS_ONLY = 2_000_000_000;

    private static final long MAX_KEY_DISTANCE = 30_000_000_000L;

    private final Patience patience;
    private final PictureFlow flow;
    private final Counters counters;
    private final DamageRule rule = new DamageRule();
    private final ArrivalClock clock = new ArrivalClock();
    private String codec = "";
    private long lastPacket = System.nanoTime();
    private long lastWhole = lastPacket;
    private long lastKeyFrame;
    private long keyDistance;
    private long errorsSince;
    private boolean hasErrors;
    private boolean hasPicture;

    VideoPictures(Patience patience, PictureFlow flow, Counters counters) {
        this.patience = patience;
        this.flow = flow;
        this.counters = counters;
    }

    /** It was opened. */
    void begin(String codecName) {
        codec = codecName;
        lastPacket = System.nanoTime();
        lastWhole = lastPacket;
        rule.reset();
    }

    void endOfFile() throws CameraException {
        if (!hasPicture) {
            throw Reasons.noDecodablePicture();
        }
    }

    /** A packet came. */
    void arrived(long nanos) {
        lastPacket = nanos;
    }

    /** Something is wrong before or with this packet. */
    void wrong(long packet, long nanos) {
        if (rule.wrong(packet)) {
            counters.damageBegins(nanos);
        }
    }

    /** A part of this packet did not arrive, or the first part of the next one. */
    void incomplete(long packet, long nanos) {
        counters.damageBegins(nanos);
        rule.incomplete(packet);
        rule.incomplete(packet + 1);
    }

    void undecodable(long packet, long nanos, boolean isTooLarge) throws CameraException {
        if (isTooLarge) {
            throw Reasons.tooLarge();
        }
        wrong(packet, nanos);
        if (!hasPicture) {
            return;
        }
        counters.damaged();
        if (!hasErrors) {
            hasErrors = true;
            errorsSince = nanos;
        } else if (nanos - errorsSince > ERRORS_ONLY + keyDistance) {
            throw Reasons.otherCodec();
        }
    }

    /** @param picture whose presentation time is the number of its packet */
    void picture(AVFrame picture, long nanos) throws VideoException {
        hasErrors = false;
        var wasRight = !rule.needsKeyFrame();
        var isKeyFrame = CameraCodec.isKeyFrame(picture);
        var verdict = rule.judge(picture.pts(), isKeyFrame, CameraCodec.isFlagged(picture));
        switch (verdict) {
            case WAITS -> counters.waitsForKeyFrame();
            case DAMAGED -> {
                counters.damaged();
                if (wasRight) {
                    counters.damageBegins(nanos);
                }
            }
            case SOUND -> sound(picture, nanos, isKeyFrame);
        }
    }

    private void sound(AVFrame picture, long nanos, boolean isKeyFrame) throws VideoException {
        if (isKeyFrame) {
            if (hasPicture) {
                keyDistance = Math.min(MAX_KEY_DISTANCE, Math.max(keyDistance, nanos - lastKeyFrame));
            }
            lastKeyFrame = nanos;
            flow.keyFrame();
        }
        hasPicture = true;
        lastWhole = nanos;
        counters.whole(codec, picture.width(), picture.height(), nanos);
        if (flow.isDue(nanos)) {
            flow.picture(picture, nanos, clock.at(nanos, System.currentTimeMillis()), Optional.empty());
        }
    }

    /** Until when the next packet must have come. */
    long deadline() {
        return lastPacket + patience.picture().toNanos();
    }

    /** Whether packets come, but no whole picture. */
    boolean isLate(long now) {
        return now - lastWhole > patience.keyFrame().toNanos();
    }

    CameraException late(long now) {
        return !hasPicture && now - lastPacket < patience.picture().toNanos()
                ? Reasons.noKeyFrame(patience.keyFrame().toSeconds())
                : Reasons.frozen((now - lastWhole) / 1_000_000_000);
    }
}
