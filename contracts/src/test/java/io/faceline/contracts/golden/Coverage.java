package io.faceline.contracts.golden;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of our types occur in some records: the cases of sealed types, the constants of enums, optional components
 * present and absent, lists filled and empty.
 */
public final class Coverage {
    private static final String OURS = "io.faceline.";

    private final Set<Class<?>> types = new HashSet<>();
    private final Set<String> possible = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();

    private Coverage() {}

    /** The cases that none of these has, though one of their types could. */
    public static Set<String> missing(Collection<?> values) {
        var coverage = new Coverage();
        for (var value : values) {
            coverage.addType(value.getClass());
            coverage.addValue(value);
        }
        var missing = new TreeSet<>(coverage.possible);
        missing.removeAll(coverage.seen);
        return missing;
    }

    private void addType(Type type) {
        if (type instanceof ParameterizedType generic) {
            addType(generic.getRawType());
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::addType);
        } else if (type instanceof Class<?> ours && ours.getName().startsWith(OURS) && types.add(ours)) {
            addCases(ours);
        }
    }

    private void addCases(Class<?> type) {
        // A record that is one case of a sealed type brings the other cases.
        Arrays.stream(type.getInterfaces()).forEach(this::addType);
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(this::addType);
        } else if (type.isEnum()) {
            Arrays.stream(type.getEnumConstants()).forEach(constant -> possible.add(name((Enum<?>) constant)));
        } else if (type.isRecord()) {
            possible.add(name(type));
            Arrays.stream(type.getRecordComponents()).forEach(this::addComponent);
        }
    }

    private void addComponent(RecordComponent component) {
        if (isOptional(component)) {
            possible.add(name(component) + " absent");
            possible.add(name(component) + " present");
        }
        if (component.getType().equals(List.class)) {
            possible.add(name(component) + " empty");
            possible.add(name(component) + " filled");
        }
        addType(component.getGenericType());
    }

    private void addValue(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::addValue);
        } else if (value instanceof Enum<?> constant) {
            seen.add(name(constant));
        } else if (value instanceof Record) {
            seen.add(name(value.getClass()));
            for (var component : value.getClass().getRecordComponents()) {
                addComponent(component, valueOf(component, value));
            }
        }
    }

    private void addComponent(RecordComponent component, @Nullable Object value) {
        seen.add(name(component) + (value == null ? " absent" : " present"));
        if (value instanceof List<?> list) {
            seen.add(name(component) + (list.isEmpty() ? " empty" : " filled"));
        }
        if (value != null) {
            addValue(value);
        }
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object valueOf(RecordComponent component, Object of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1);
    }

    private static String name(Enum<?> constant) {
        return name(constant.getDeclaringClass()) + "." + constant.name();
    }

    private static String name(RecordComponent component) {
        return name(component.getDeclaringRecord()) + "." + component.getName();
    }
}
