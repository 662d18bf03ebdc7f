package io.faceline.delivery.mqtt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Retained messages that are wanted, or are there, by their topics.
 *
 * @param configs of devices, JSON
 * @param states of their components
 */
record Retained(Map<String, String> configs, Map<String, String> states) {
    static final Retained NONE = new Retained(Map.of(), Map.of());

    Retained {
        configs = Collections.unmodifiableMap(new LinkedHashMap<>(configs));
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    /** What is in either; of what is in both, the other's. */
    Retained and(Retained other) {
        var allConfigs = new LinkedHashMap<>(configs);
        allConfigs.putAll(other.configs);
        var allStates = new LinkedHashMap<>(states);
        allStates.putAll(other.states);
        return new Retained(allConfigs, allStates);
    }
}
