package io.faceline.runtime.http;

import io.javalin.config.RoutesConfig;

/** A part of an HTTP face. */
@FunctionalInterface
public interface Routes {
    void addTo(RoutesConfig routes);

    /** The server is about to stop: ends, within moments, answers that would go on without end. */
    default void stop() {}
}
