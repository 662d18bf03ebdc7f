package io.faceline.systemtests.chaos;

import io.faceline.systemtests.process.Instance;
import java.util.Locale;
import java.util.function.Consumer;

/** What happens to an instance, and what the log calls it. */
public enum Injury {
    KILLED(Instance::kill),
    TERMINATED(Instance::terminate),
    STARTED(Instance::start),
    FROZEN(Instance::freeze),
    THAWED(Instance::thaw);

    private final Consumer<Instance> act;

    Injury(Consumer<Instance> act) {
        this.act = act;
    }

    /** Such as {@code killed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public void on(Instance instance) {
        act.accept(instance);
    }
}
