package io.faceline.vision.camera.rule;

/**
 * Believes that packets of the network are missing, unless they are missing in every picture: then the camera does not
 * number them as it should. Not thread-safe.
 */
public final class MissedPackets {
    private static final int TOO_MANY_IN_A_ROW = 25;

    private long known;
    private int inARow;
    private boolean isWrong;

    /**
     * Whether a part of this picture is missing.
     *
     * @param soFar how often packets have been missing
     */
    public boolean isMissing(long soFar) {
        var isMissing = soFar > known;
        known = soFar;
        inARow = isMissing ? inARow + 1 : 0;
        isWrong |= inARow >= TOO_MANY_IN_A_ROW;
        return isMissing && !isWrong;
    }
}
