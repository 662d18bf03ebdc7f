package io.faceline.runtime;

import io.javalin.config.RoutesConfig;

/** A part of an HTTP face. */
@FunctionalInterface
public interface Routes {
    void addTo(RoutesConfig routes);
}
