package io.faceline.runtime.topics;

import io.faceline.runtime.settings.Settings;

/** What a process does about missing topics. */
public enum TopicMode {
    /** Creates them. */
    CREATE,
    /** Creates nothing and ends with the commands that an administrator can run. */
    VERIFY;

    public static TopicMode from(Settings settings) {
        return settings.choice("FACELINE_TOPICS", CREATE);
    }
}
