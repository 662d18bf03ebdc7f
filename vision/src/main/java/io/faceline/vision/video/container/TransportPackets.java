package io.faceline.vision.video.container;

/** Recognises the packets of an MPEG transport stream by their sync bytes, which nothing else has at such distances. */
public final class TransportPackets {
    private static final byte SYNC = 0x47;

    /** Random bytes match once in 10¹². */
    private static final int PACKETS = 5;

    private TransportPackets() {}

    public static boolean isStream(byte[] head) {
        // Plain, with the time stamps of Blu-ray and AVCHD in front, with error correction behind.
        return hasSyncBytes(head, 0, 188) || hasSyncBytes(head, 4, 192) || hasSyncBytes(head, 0, 204);
    }

    private static boolean hasSyncBytes(byte[] head, int first, int distance) {
        for (var i = 0; i < PACKETS; i++) {
            var position = first + i * distance;
            if (position >= head.length || head[position] != SYNC) {
                return false;
            }
        }
        return true;
    }
}
