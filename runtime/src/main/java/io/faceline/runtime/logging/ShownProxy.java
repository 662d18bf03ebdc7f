package io.faceline.runtime.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.faceline.contracts.Shown;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A failure whose messages, and those of its causes, {@link Shown} shows. */
record ShownProxy(IThrowableProxy failure) implements IThrowableProxy {
    @Override
    public @Nullable String getMessage() {
        return failure.getMessage() == null ? null : Shown.of(failure.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
        return failure.getOverridingMessage() == null ? null : Shown.of(failure.getOverridingMessage());
    }

    @Override
    public String getClassName() {
        return failure.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return failure.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return failure.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return failure.getCause() == null ? null : new ShownProxy(failure.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Arrays.stream(failure.getSuppressed()).map(ShownProxy::new).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return failure.isCyclic();
    }
}
