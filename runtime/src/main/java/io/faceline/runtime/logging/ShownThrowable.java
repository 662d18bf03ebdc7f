package io.faceline.runtime.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** The stack trace of a log event, with each message in one line as {@link ShownMessage} writes it. Thread-safe. */
public final class ShownThrowable extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return super.throwableProxyToString(new ShownProxy(failure));
    }
}
