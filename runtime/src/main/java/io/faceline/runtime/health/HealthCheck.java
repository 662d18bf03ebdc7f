package io.faceline.runtime.health;

/** Whatever can say how it is, at once and without blocking. */
@FunctionalInterface
public interface HealthCheck {
    Health health();
}
