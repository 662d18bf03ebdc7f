package io.faceline.vision.video;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Kinds of damage to files, accidental or malicious. */
enum Damage {
    CUT((bytes, other, random) -> Arrays.copyOf(bytes, random.nextInt(bytes.length))),
    BEHEADED((bytes, other, random) -> Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length)),
    FLIPPED_BITS((bytes, other, random) -> flip(bytes, 1 + random.nextInt(40), 0, random)),
    FLIPPED_BITS_OF_THE_HEAD((bytes, other, random) -> flip(bytes, 1 + random.nextInt(8), 600, random)),
    NUMBERS((bytes, other, random) -> numbers(bytes, random)),
    ZEROS((bytes, other, random) -> overwrite(bytes, new byte[1 + random.nextInt(4096)], random)),
    NOISE((bytes, other, random) -> overwrite(bytes, noise(random), random)),
    INSERTED((bytes, other, random) -> splice(bytes, noise(random), bytes, random)),
    SPLICED((bytes, other, random) -> splice(bytes, new byte[0], other, random)),
    GLUED((bytes, other, random) -> glue(bytes, other)),
    REPEATED((bytes, other, random) -> repeat(bytes, random));

    private static final int[] ABSURD = {
        0, 1, 7, 0x7FFF, 0xFFFF, 0x10000, 0xFFFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFF8, 0x40000001
    };

    /** Names of atoms, chunks and segments that are followed by numbers. */
    private static final Pattern NAMES = Pattern.compile(
            "tkhd|mdhd|mvhd|stsd|stsz|stts|stsc|stco|ctts|elst|pasp|avcC|esds|trun|tfhd|trex|dref|moov|mdat|trak|"
                    + "avih|strh|strf|idx1|movi|LIST|IHDR|IDAT|tEXt|VP8X|VP8L|VP8 |ANMF|Exif|JFIF|OggS|onMetaData|WMV[12]|G@\u0001|\u00ff\u00c0|\u00ff\u00c4|"
                    + "\u0016T\u00aek|\u001fC\u00b6u|\u00b0\u0082|\u00ba\u0082|c\u00a2");

    private interface Blow {
        byte[] harm(byte[] bytes, byte[] other, Random random);
    }

    private final Blow blow;

    Damage(Blow blow) {
        this.blow = blow;
    }

    /** Returns a damaged copy. */
    byte[] harm(byte[] bytes, byte[] other, Random random) {
        return bytes.length < 16 ? bytes : blow.harm(bytes, other, random);
    }

    private static byte[] flip(byte[] bytes, int times, int within, Random random) {
        var copy = bytes.clone();
        var reach = within == 0 ? copy.length : Math.min(within, copy.length);
        for (var i = 0; i < times; i++) {
            copy[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** Overwrites sizes, counts and offsets with invalid values. */
    private static byte[] numbers(byte[] bytes, Random random) {
        var copy = ByteBuffer.wrap(bytes.clone());
        var text = new String(bytes, 0, Math.min(bytes.length, 1 << 17), StandardCharsets.ISO_8859_1);
        var positions =
                NAMES.matcher(text).results().map(found -> found.start()).toList();
        for (var i = random.nextInt(3); i >= 0; i--) {
            var at = position(positions, bytes.length, random);
            copy.putInt(at, ABSURD[random.nextInt(ABSURD.length)]);
        }
        return copy.array();
    }

    private static int position(List<Integer> positions, int length, Random random) {
        var near = positions.isEmpty() ? random.nextInt(512) : positions.get(random.nextInt(positions.size()));
        var at = near + 4 * (random.nextInt(12) - 1);
        return Math.max(0, Math.min(length - Integer.BYTES, at));
    }

    private static byte[] overwrite(byte[] bytes, byte[] by, Random random) {
        var copy = bytes.clone();
        var from = random.nextInt(copy.length);
        System.arraycopy(by, 0, copy, from, Math.min(by.length, copy.length - from));
        return copy;
    }

    private static byte[] noise(Random random) {
        var noise = new byte[1 + random.nextInt(2048)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] splice(byte[] first, byte[] between, byte[] second, Random random) {
        var at = random.nextInt(first.length);
        var all = new ByteArrayOutputStream();
        all.write(first, 0, at);
        all.writeBytes(between);
        var from = Math.min(at, second.length);
        all.write(second, from, second.length - from);
        return all.toByteArray();
    }

    private static byte[] glue(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** Repeats a part several times. */
    private static byte[] repeat(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length);
        var part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(2000)));
        var all = new ByteArrayOutputStream();
        all.write(bytes, 0, from);
        for (var i = random.nextInt(30); i >= 0; i--) {
            all.writeBytes(part);
        }
        all.write(bytes, from, bytes.length - from);
        return all.toByteArray();
    }
}
