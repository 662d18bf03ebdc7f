package io.faceline.systemtests.compose;

/** A published port of a container: {@code 127.0.0.1:7860:8080}. */
record PublishedPort(String host, int published, int container) {
    static PublishedPort parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a port must be HOST:PUBLISHED:CONTAINER, was " + text);
        }
        return new PublishedPort(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
