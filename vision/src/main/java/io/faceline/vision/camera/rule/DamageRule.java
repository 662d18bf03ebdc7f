package io.faceline.vision.camera.rule;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Damage lasts until the next sound key frame: later pictures build upon what is damaged, and most of them carry no
 * flag. What comes before the first key frame is no damage; nothing can be decoded without it. Packets are numbered in
 * the order in which they are decoded, since decoders tell of an error before they hand out earlier pictures. Not
 * thread-safe.
 */
public final class DamageRule {
    private final TreeSet<Long> wrong = new TreeSet<>();
    private final Set<Long> incomplete = new HashSet<>();
    private boolean hasKeyFrame;

    /** What a picture is worth. */
    public enum Verdict {
        /** No key frame has come yet. */
        WAITS,
        SOUND,
        DAMAGED
    }

    /**
     * A packet could not be decoded, or something before it is missing.
     *
     * @return whether damage begins with it
     */
    public boolean wrong(long packet) {
        if (!hasKeyFrame) {
            return false;
        }
        var begins = wrong.isEmpty();
        wrong.add(packet);
        return begins;
    }

    /** A part of a packet is missing, though it may be decoded without a flag. */
    public void incomplete(long packet) {
        incomplete.add(packet);
        if (hasKeyFrame) {
            wrong.add(packet);
        }
    }

    /**
     * Judges a decoded picture.
     *
     * @param packet from which it was decoded
     * @param isFlagged whether the decoder says that it is damaged
     */
    public Verdict judge(long packet, boolean isKeyFrame, boolean isFlagged) {
        var isDamaged = incomplete.contains(packet) || isFlagged;
        if (isKeyFrame && !isDamaged) {
            hasKeyFrame = true;
            incomplete.removeIf(earlier -> earlier <= packet);
            wrong.headSet(packet, true).clear();
            return Verdict.SOUND;
        }
        if (!hasKeyFrame) {
            return Verdict.WAITS;
        }
        if (isDamaged) {
            wrong.add(packet);
        }
        return wrong.isEmpty() || wrong.first() > packet ? Verdict.SOUND : Verdict.DAMAGED;
    }

    /** Whether no picture can be right before a key frame. */
    public boolean needsKeyFrame() {
        return !hasKeyFrame || !wrong.isEmpty();
    }

    /** The next picture builds upon nothing that came before: another decoder, or the file begins again. */
    public void reset() {
        hasKeyFrame = false;
        wrong.clear();
        incomplete.clear();
    }
}
