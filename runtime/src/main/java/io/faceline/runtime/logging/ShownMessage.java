package io.faceline.runtime.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.faceline.contracts.Shown;

/**
 * The message of a log event in one line, as {@link Shown} shows it: a name in a record, a header or a file name must not
 * end the line and begin one of its own, or control the terminal. Thread-safe.
 */
public final class ShownMessage extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return Shown.of(event.getFormattedMessage());
    }
}
