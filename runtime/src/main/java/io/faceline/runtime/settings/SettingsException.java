package io.faceline.runtime.settings;

/** A setting is invalid. The message names it, its value and the valid range. Nothing was started. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
