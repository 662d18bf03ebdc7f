package io.faceline.runtime.settings;

/** A setting is wrong; the message names it, its value and what is right. Nothing was started. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
