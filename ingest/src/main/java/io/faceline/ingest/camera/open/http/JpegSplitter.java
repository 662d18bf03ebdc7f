package io.faceline.ingest.camera.open.http;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds the JPEGs in any bytes: from FF D8 to the FF D9 that ends the picture, whatever stands between pictures. Follows the
 * segments of the header, since previews within them are JPEGs as well. A picture that another one interrupts is handed out
 * as it is. Not thread-safe.
 */
final class JpegSplitter {
    static final int MAX_BYTES = 8 << 20;

    private static final int MARKER = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;

    private final Consumer<byte[]> pictures;
    private final ByteArrayOutputStream picture = new ByteArrayOutputStream();
    private State state = State.OUTSIDE;
    private int segmentLeft;
    private int lengthHigh;
    private int segment;
    private long outside;
    private long found;

    private enum State {
        OUTSIDE,
        OUTSIDE_MARKER,
        HEADER,
        HEADER_MARKER,
        LENGTH_HIGH,
        LENGTH_LOW,
        SEGMENT,
        ENTROPY,
        ENTROPY_MARKER
    }

    JpegSplitter(Consumer<byte[]> pictures) {
        this.pictures = pictures;
    }

    /** Pictures so far, whole or not. */
    long found() {
        return found;
    }

    /** Bytes before the first picture. */
    long bytesBeforeTheFirst() {
        return outside;
    }

    void take(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            take(bytes[i] & 0xFF);
        }
    }

    /** The rest of a picture whose end did not come. */
    void end() {
        if (state != State.OUTSIDE && state != State.OUTSIDE_MARKER) {
            emit();
        }
    }

    private void take(int octet) {
        switch (state) {
            case OUTSIDE -> {
                outside += found == 0 ? 1 : 0;
                state = octet == MARKER ? State.OUTSIDE_MARKER : State.OUTSIDE;
            }
            case OUTSIDE_MARKER -> beginOrStay(octet);
            default -> takeInside(octet);
        }
    }

    private void beginOrStay(int octet) {
        if (octet == START) {
            begin();
        } else {
            state = octet == MARKER ? State.OUTSIDE_MARKER : State.OUTSIDE;
        }
    }

    private void begin() {
        picture.reset();
        picture.write(MARKER);
        picture.write(START);
        state = State.HEADER;
    }

    private void takeInside(int octet) {
        picture.write(octet);
        switch (state) {
            case HEADER -> state = octet == MARKER ? State.HEADER_MARKER : State.HEADER;
            case HEADER_MARKER -> headerMarker(octet);
            case LENGTH_HIGH -> {
                lengthHigh = octet;
                state = State.LENGTH_LOW;
            }
            case LENGTH_LOW -> beginSegment((lengthHigh << 8 | octet) - 2);
            case SEGMENT -> {
                segmentLeft--;
                endSegmentIfDone();
            }
            case ENTROPY -> state = octet == MARKER ? State.ENTROPY_MARKER : State.ENTROPY;
            case ENTROPY_MARKER -> entropyMarker(octet);
            default -> throw new IllegalStateException("inside of a picture: " + state);
        }
        if (picture.size() > MAX_BYTES) {
            state = State.OUTSIDE;
            picture.reset();
        }
    }

    private void headerMarker(int octet) {
        if (octet == END) {
            emit();
        } else if (octet == START) {
            restart();
        } else if (octet != MARKER) {
            segment = octet;
            state = isAlone(octet) ? State.HEADER : State.LENGTH_HIGH;
        }
    }

    private static boolean isAlone(int marker) {
        return marker == 0 || marker == 1 || (marker >= FIRST_RESTART && marker <= LAST_RESTART);
    }

    private void beginSegment(int left) {
        segmentLeft = left;
        endSegmentIfDone();
    }

    private void endSegmentIfDone() {
        if (segmentLeft > 0) {
            state = State.SEGMENT;
        } else {
            state = segment == SCAN ? State.ENTROPY : State.HEADER;
        }
    }

    private void entropyMarker(int octet) {
        if (octet == END) {
            emit();
        } else if (octet == START) {
            restart();
        } else if (isAlone(octet)) {
            state = State.ENTROPY;
        } else if (octet != MARKER) {
            // A further scan of a progressive picture, and its tables.
            segment = octet;
            state = State.LENGTH_HIGH;
        }
    }

    /** Another picture begins, so that this one has no end. */
    private void restart() {
        var bytes = picture.toByteArray();
        found++;
        pictures.accept(Arrays.copyOf(bytes, bytes.length - 2));
        begin();
    }

    private void emit() {
        found++;
        var whole = picture.toByteArray();
        picture.reset();
        state = State.OUTSIDE;
        pictures.accept(whole);
    }
}
