package io.faceline.contracts;

/** Why a frame could not be worked on. */
public enum FailureCode {
    /** The file has no bytes. */
    EMPTY_FILE,
    /** The file is no JPEG, PNG, WebP, BMP or TIFF. */
    UNSUPPORTED_FORMAT,
    /** The file says it is an image but cannot be decoded. */
    DAMAGED_IMAGE,
    /** The image declares more pixels than are allowed; nothing was decoded. */
    TOO_MANY_PIXELS,
    /** The image is larger in bytes than is allowed. */
    TOO_MANY_BYTES,
    /** The image has no pixels to speak of. */
    TOO_SMALL,
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
