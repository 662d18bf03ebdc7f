package io.faceline.cli.evaluate;

import picocli.CommandLine.Option;

/** The seed of all random choices of an evaluation. */
final class SeedMixin {
    @Option(names = "--seed", paramLabel = "S", description = "Random seed. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    long seed() {
        return seed;
    }
}
