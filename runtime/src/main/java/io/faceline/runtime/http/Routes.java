package io.faceline.runtime.http;

import io.javalin.config.RoutesConfig;

/** A group of HTTP routes. */
@FunctionalInterface
public interface Routes {
    void addTo(RoutesConfig routes);

    /** Called before the server stops: ends endless responses promptly, and answers those who wait. */
    default void stop() {}

    /** No routes, but what is done before the server stops. */
    static Routes atStop(Runnable action) {
        return new Routes() {
            @Override
            public void addTo(RoutesConfig routes) {
                // There are none.
            }

            @Override
            public void stop() {
                action.run();
            }
        };
    }
}
