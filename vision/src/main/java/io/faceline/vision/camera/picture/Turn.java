package io.faceline.vision.camera.picture;

/** Turns a plane of bytes by a multiple of 90 degrees. */
final class Turn {
    private Turn() {}

    /**
     * @param plane row by row, without gaps
     * @param width of the plane before
     * @param degrees clockwise: 90, 180 or 270
     * @param turned gets as many bytes
     */
    static void turn(byte[] plane, int width, int height, int degrees, byte[] turned) {
        for (var y = 0; y < height; y++) {
            var from = y * width;
            switch (degrees) {
                case 90 -> column(plane, from, width, turned, height - 1 - y, height);
                case 270 -> column(plane, from, width, turned, (width - 1) * height + y, -height);
                case 180 -> column(plane, from, width, turned, (height - y) * width - 1, -1);
                default -> throw new IllegalArgumentException("no turn by " + degrees + " degrees");
            }
        }
    }

    private static void column(byte[] plane, int from, int length, byte[] turned, int begin, int step) {
        var to = begin;
        for (var x = 0; x < length; x++) {
            turned[to] = plane[from + x];
            to += step;
        }
    }
}
