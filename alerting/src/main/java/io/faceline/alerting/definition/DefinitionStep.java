package io.faceline.alerting.definition;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a rule, a list, a group or a receiver.
 *
 * @param value as it is to be written; null if it is deleted
 */
public record DefinitionStep<T>(
        DefinitionKind<T> kind,
        String id,
        String name,
        Action action,
        @Nullable T value) {
    /** What is done. */
    public enum Action {
        CREATED,
        CHANGED,
        DELETED
    }

    public static <T> DefinitionStep<T> created(DefinitionKind<T> kind, T value) {
        return new DefinitionStep<>(kind, kind.id(value), kind.name(value), Action.CREATED, value);
    }

    public static <T> DefinitionStep<T> changed(DefinitionKind<T> kind, T value) {
        return new DefinitionStep<>(kind, kind.id(value), kind.name(value), Action.CHANGED, value);
    }

    public static <T> DefinitionStep<T> deleted(DefinitionKind<T> kind, T value) {
        return new DefinitionStep<>(kind, kind.id(value), kind.name(value), Action.DELETED, null);
    }
}
