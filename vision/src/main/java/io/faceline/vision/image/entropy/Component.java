package io.faceline.vision.image.entropy;

/**
 * A colour component of a frame, and which of its coefficients are known not to be zero, as the refining scans of
 * progressive JPEGs need. Not thread-safe.
 */
final class Component {
    final int id;
    final int horizontal;
    final int vertical;

    /** Blocks with picture content, as scans of one component contain them. */
    final int columns;

    final int rows;

    private final int stride;
    private final long[] nonZero;

    /**
     * @param horizontal sampling factor
     * @param vertical sampling factor
     * @param stride blocks in a row, with those beyond the picture that complete an MCU
     * @param height rows of blocks, likewise
     */
    Component(
            int id,
            int horizontal,
            int vertical,
            int columns,
            int rows,
            int stride,
            int height,
            boolean isProgressive) {
        this.id = id;
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.columns = columns;
        this.rows = rows;
        this.stride = stride;
        this.nonZero = new long[isProgressive ? Math.multiplyExact(stride, height) : 0];
    }

    int block(int column, int row) {
        return row * stride + column;
    }

    boolean isNonZero(int block, int coefficient) {
        return (nonZero[block] >>> coefficient & 1) != 0;
    }

    void setNonZero(int block, int coefficient) {
        nonZero[block] |= 1L << coefficient;
    }
}
