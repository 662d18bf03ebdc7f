package io.faceline.vision.image.entropy;

import java.util.Arrays;

/** A Huffman table of a JPEG (ITU-T T.81, annex C and F.2.2.3). Immutable. */
final class HuffmanTable {
    static final int INVALID = -1;
    static final int LENGTHS = 16;

    private static final int FAST_BITS = 9;

    /** By the first bits of a code: its length × 256 + its symbol; 0 for longer codes. */
    private final int[] fast = new int[1 << FAST_BITS];

    /** The first code of each length, followed by zeros, that is too large for it. */
    private final int[] end = new int[LENGTHS + 1];

    /** Index of the symbol of a code of each length, minus the code. */
    private final int[] offset = new int[LENGTHS + 1];

    private final byte[] symbols;

    /** @param counts number of codes of each length from 1 to 16 */
    HuffmanTable(int[] counts, byte[] symbols) {
        this.symbols = symbols.clone();
        var code = 0;
        var index = 0;
        for (var length = 1; length <= LENGTHS; length++) {
            offset[length] = index - code;
            for (var i = 0; i < counts[length - 1]; i++) {
                addFast(code++, length, symbols[index++]);
            }
            end[length] = code << (LENGTHS - length);
            code <<= 1;
        }
    }

    private void addFast(int code, int length, byte symbol) {
        if (length <= FAST_BITS) {
            var from = code << (FAST_BITS - length);
            var to = Math.min(fast.length, from + (1 << (FAST_BITS - length)));
            // Too many codes of a length are invalid; they are never found.
            Arrays.fill(fast, Math.min(from, to), to, length << Byte.SIZE | Byte.toUnsignedInt(symbol));
        }
    }

    /** The next symbol, or {@link #INVALID}. */
    int read(EntropyReader reader) {
        var next = reader.peek();
        var found = fast[next >>> (LENGTHS - FAST_BITS)];
        if (found != 0) {
            reader.skip(found >>> Byte.SIZE);
            return found & 0xFF;
        }
        for (var length = FAST_BITS + 1; length <= LENGTHS; length++) {
            if (next < end[length]) {
                var index = offset[length] + (next >>> (LENGTHS - length));
                reader.skip(length);
                return index < 0 || index >= symbols.length ? INVALID : Byte.toUnsignedInt(symbols[index]);
            }
        }
        return INVALID;
    }
}
