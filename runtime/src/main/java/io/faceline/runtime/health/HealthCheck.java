package io.faceline.runtime.health;

/** Reports the health of a component immediately, without blocking. */
@FunctionalInterface
public interface HealthCheck {
    Health health();
}
