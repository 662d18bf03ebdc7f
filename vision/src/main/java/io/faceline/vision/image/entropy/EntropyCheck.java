package io.faceline.vision.image.entropy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether the data of a JPEG is that of the whole picture. Decoders fill what is missing with grey, shift what
 * follows a gap, and report neither. Reads all codes, but computes no pixels. Not thread-safe.
 */
public final class EntropyCheck {
    private static final int TABLES = 4;
    private static final int FIRST_RESTART = 0xD0;
    private static final int END_OF_IMAGE = 0xD9;

    /** Ordinary progressive JPEGs have ten. */
    private static final int MAX_SCANS = 64;

    /** Encoders that break off within the last MCU leave a picture without visible damage. */
    private static final int TOLERATED_UNITS = 1;

    /** Some cameras write a few bytes more than the picture needs. */
    private static final int TOLERATED_BYTES = 512;

    private final byte[] bytes;
    private final long width;
    private final long height;
    private final Map<Integer, HuffmanTable> dcTables = new HashMap<>();
    private final Map<Integer, HuffmanTable> acTables = new HashMap<>();
    private @Nullable JpegFrame frame;
    private int restartInterval;
    private int position = 2;
    private int scans;
    private boolean isUncheckable;
    private Optional<String> damage = Optional.empty();

    private EntropyCheck(byte[] bytes, long width, long height) {
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    /**
     * What is wrong with the data; empty if it is complete, or of a rare encoding that cannot be checked.
     *
     * @param width as admitted; a frame of another size is not read
     */
    public static Optional<String> damageOf(byte[] jpeg, long width, long height) {
        var check = new EntropyCheck(jpeg, width, height);
        while (check.damage.isEmpty() && !check.isUncheckable && check.readSegment()) {}
        return check.isUncheckable ? Optional.empty() : check.damage;
    }

    /** False at the end of the picture. */
    private boolean readSegment() {
        var marker = nextMarker();
        if (marker < 0 || marker == END_OF_IMAGE) {
            return false;
        }
        if (marker == 0x01 || (marker >= FIRST_RESTART && marker < END_OF_IMAGE)) {
            return true;
        }
        if (position + 2 > bytes.length) {
            return false;
        }
        var declared = new Segment(bytes, position, 2).number(0);
        var length = Math.max(0, Math.min(bytes.length - position - 2, declared - 2));
        var segment = new Segment(bytes, position + 2, length);
        position += 2 + length;
        read(marker, segment);
        return true;
    }

    private int nextMarker() {
        while (position + 1 < bytes.length) {
            var isMarker =
                    bytes[position] == (byte) 0xFF && bytes[position + 1] != 0 && bytes[position + 1] != (byte) 0xFF;
            position++;
            if (isMarker) {
                return Byte.toUnsignedInt(bytes[position++]);
            }
        }
        return -1;
    }

    private void read(int marker, Segment segment) {
        switch (marker) {
            // Baseline, extended, progressive.
            case 0xC0, 0xC1, 0xC2 -> readFrame(segment, marker == 0xC2);
            case 0xC4 -> readTables(segment);
            // Lossless, hierarchical, arithmetic.
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF -> isUncheckable = true;
            case 0xDD -> restartInterval = segment.number(0);
            case 0xDA -> readScan(segment);
            // Quantization, metadata, comments.
            default -> {}
        }
    }

    private void readFrame(Segment segment, boolean isProgressive) {
        if (frame == null && segment.number(1) == height && segment.number(3) == width) {
            frame = JpegFrame.of(segment, isProgressive).orElse(null);
        }
        isUncheckable |= frame == null;
    }

    private void readTables(Segment segment) {
        var at = 0;
        while (at + 1 + HuffmanTable.LENGTHS <= segment.length()) {
            var counts = new int[HuffmanTable.LENGTHS];
            for (var i = 0; i < counts.length; i++) {
                counts[i] = segment.at(at + 1 + i);
            }
            var symbols = new byte[Arrays.stream(counts).sum()];
            var from = at + 1 + counts.length;
            for (var i = 0; i < symbols.length; i++) {
                symbols[i] = (byte) segment.at(from + i);
            }
            var isAc = segment.at(at) >>> 4 != 0;
            (isAc ? acTables : dcTables).put(segment.at(at) & (TABLES - 1), new HuffmanTable(counts, symbols));
            at = from + symbols.length;
        }
    }

    private void readScan(Segment segment) {
        var current = frame;
        var scan = current == null ? Optional.<ScanHeader>empty() : scan(current, segment);
        if (current == null || scan.isEmpty() || ++scans > MAX_SCANS) {
            isUncheckable = true;
            return;
        }
        var reader = new EntropyReader(bytes, position);
        var walk = new ScanWalk(current, scan.get(), restartInterval, reader);
        walk.run();
        // After a gap of zeros, the rest fits by chance only.
        var hasGap = ZeroGap.isIn(bytes, position, reader.position());
        position = reader.position();
        judge(walk, hasGap);
    }

    private void judge(ScanWalk walk, boolean hasGap) {
        if (walk.missing() > (hasGap ? 0 : TOLERATED_UNITS)) {
            var percent = Math.max(1, Math.round(100 * walk.missingShare()));
            damage = Optional.of(percent + " % of the picture is missing or unreadable");
        } else if (walk.dropped() > (hasGap ? 0 : TOLERATED_BYTES)) {
            damage = Optional.of("its data does not fit its size");
        }
    }

    private Optional<ScanHeader> scan(JpegFrame current, Segment segment) {
        var count = segment.at(0);
        var parts = new ArrayList<ScanHeader.Part>();
        for (var i = 0; i < count; i++) {
            var component = current.component(segment.at(1 + 2 * i));
            if (component.isEmpty()) {
                return Optional.empty();
            }
            var tables = segment.at(2 + 2 * i);
            parts.add(new ScanHeader.Part(
                    component.get(), dcTables.get(tables >>> 4 & (TABLES - 1)), acTables.get(tables & (TABLES - 1))));
        }
        var first = segment.at(1 + 2 * count);
        var last = segment.at(2 + 2 * count);
        var isValid = count > 0
                && count <= current.components().size()
                && first <= last
                && last < ScanHeader.COEFFICIENTS
                && (first == 0 || count == 1);
        var scan = new ScanHeader(parts, first, last, segment.at(3 + 2 * count) >>> 4 != 0);
        return isValid && scan.hasTables(current.isProgressive()) ? Optional.of(scan) : Optional.empty();
    }
}
