package io.faceline.standalone.cli;

/** A photo that did not go through, with a code for programs and a message for people. */
final class PhotoFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    PhotoFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
