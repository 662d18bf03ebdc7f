package io.faceline.runtime.http;

import io.javalin.config.RoutesConfig;

/** A group of HTTP routes. */
@FunctionalInterface
public interface Routes {
    void addTo(RoutesConfig routes);

    /** Called before the server stops: ends endless responses promptly. */
    default void stop() {}
}
