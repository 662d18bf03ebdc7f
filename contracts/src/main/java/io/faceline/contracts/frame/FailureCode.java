package io.faceline.contracts.frame;

/** Why a frame could not be processed. */
public enum FailureCode {
    /** The file is empty. */
    EMPTY_FILE,
    /** The file is not a JPEG, PNG, WebP, BMP or TIFF, nor a video of a supported format where videos are accepted. */
    UNSUPPORTED_FORMAT,
    /** The file has an image header but cannot be decoded. */
    DAMAGED_IMAGE,
    /** The image header declares more pixels than allowed; nothing was decoded. */
    TOO_MANY_PIXELS,
    /** The image has more bytes than allowed. */
    TOO_MANY_BYTES,
    /**
     * Decoding the image would take far more work than an image of its size takes, or took more time or memory than allowed and
     * was killed. Also of a video that takes too much memory. Final: no retry helps.
     */
    TOO_COSTLY,
    /** The image has too few pixels. */
    TOO_SMALL,
    /** The file has a video header but cannot be opened or is truncated. */
    DAMAGED_VIDEO,
    /** The file has no video stream. */
    NO_VIDEO,
    /** No frame of the video could be decoded. */
    NO_FRAMES,
    /** The video decoder process crashed in native code; this process is unaffected. */
    DECODER_CRASHED,
    /** The video decoder process hung and was terminated. */
    DECODER_STUCK,
    /** The file cannot be opened. */
    UNREADABLE_FILE,
    /** The other frame of a verification failed. */
    OTHER_FRAME_FAILED,
    /** The person named in a verification has no references. */
    NO_SUCH_PERSON,
    /** The embeddings come from a model that is not in the matcher's catalog. */
    UNKNOWN_MODEL,
    /** Its lane does not take its role or its session. */
    NOT_ALLOWED_HERE,
    /** Its session has ended; nothing was searched and nothing stored. */
    SESSION_ENDED,
    /** This version does not know its role, which a newer one added. */
    UNKNOWN_ROLE,
    /** No answer arrived in time, or there was no room to decode the image or the video for too long. */
    TIMEOUT,
    /** A stage ended or hung repeatedly while it worked on the frame: a bug. The frame is in the dead letters. */
    INTERNAL,
    /** Only read: a code that a newer version added. */
    UNKNOWN
}
