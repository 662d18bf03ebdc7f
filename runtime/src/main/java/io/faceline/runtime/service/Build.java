package io.faceline.runtime.service;

import java.util.Objects;

/** The build that runs. */
public final class Build {
    private static final String VERSION =
            Objects.requireNonNullElse(Build.class.getPackage().getImplementationVersion(), "development");

    private Build() {}

    /** The version in the manifest of the jar; {@code development} for classes that are not in a jar. */
    public static String version() {
        return VERSION;
    }
}
