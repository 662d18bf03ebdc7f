package io.faceline.cli.watch;

/** Writes what a watched camera shows. */
@FunctionalInterface
interface WatchWriter {
    void write(WatchEvent event);
}
