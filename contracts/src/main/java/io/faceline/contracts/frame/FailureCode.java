package io.faceline.contracts.frame;

/** Why a frame could not be worked on. */
public enum FailureCode {
    /** The file has no bytes. */
    EMPTY_FILE,
    /** The file is no JPEG, PNG, WebP, BMP or TIFF, and no MP4, MOV, MKV, WebM or AVI where videos are taken. */
    UNSUPPORTED_FORMAT,
    /** The file says it is an image but cannot be decoded. */
    DAMAGED_IMAGE,
    /** The image declares more pixels than are allowed; nothing was decoded. */
    TOO_MANY_PIXELS,
    /** The image is larger in bytes than is allowed. */
    TOO_MANY_BYTES,
    /** The image has no pixels to speak of. */
    TOO_SMALL,
    /** The file says it is a video but cannot be opened, or breaks off. */
    DAMAGED_VIDEO,
    /** The file holds sound or data but no moving picture. */
    NO_VIDEO,
    /** The video has no frame that could be decoded. */
    NO_FRAMES,
    /** The process that decodes videos ended by a fault of native code; this process is unharmed. */
    DECODER_CRASHED,
    /** The process that decodes videos came no further and was ended. */
    DECODER_STUCK,
    /** The file cannot be opened. */
    UNREADABLE_FILE,
    /** The other frame of a verification failed. */
    OTHER_FRAME_FAILED,
    /** The person named in a verification has no references. */
    NO_SUCH_PERSON,
    /** The embeddings are of a model that the matcher's catalog does not list. */
    UNKNOWN_MODEL,
    /** No answer came in time. */
    TIMEOUT
}
