package io.faceline.runtime.http;

import io.javalin.config.RoutesConfig;
import java.util.Set;

/** A group of HTTP routes. */
@FunctionalInterface
public interface Routes {
    void addTo(RoutesConfig routes);

    /**
     * Paths whose routes read the body as a stream: each holds a thread as long as its client likes, so that they must limit
     * their number. All other bodies are received before a route runs.
     */
    default Set<String> streamed() {
        return Set.of();
    }

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
