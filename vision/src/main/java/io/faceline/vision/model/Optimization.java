package io.faceline.vision.model;

import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.util.function.ToLongFunction;

/** How ONNX Runtime may rewrite a network before it runs. The results differ by rounding only. */
enum Optimization {
    /** Everything, the blocked memory layout for convolutions included. */
    ALL(OptLevel.ALL_OPT),
    /** Without the blocked layout, which some networks run three times as long with on some processors: onnxruntime #26992. */
    WITHOUT_BLOCKED_LAYOUT(OptLevel.EXTENDED_OPT);

    /**
     * Far from both kinds of processors that were measured for {@code fr_feature}: the blocked layout takes 0.66 of the time
     * without it on an AMD EPYC, and three times as long on an Intel Xeon, so that chance does not decide.
     */
    private static final double CLEARLY = 1.5;

    private static final int RUNS = 3;

    private final OptLevel level;

    Optimization(OptLevel level) {
        this.level = level;
    }

    OptLevel level() {
        return level;
    }

    /**
     * Everything, unless a network is clearly faster without the blocked layout on this processor.
     *
     * @param nanosOfARun runs the network that was optimised like this
     */
    static Optimization fastest(ToLongFunction<Optimization> nanosOfARun) {
        var all = fastestRun(ALL, nanosOfARun);
        var without = fastestRun(WITHOUT_BLOCKED_LAYOUT, nanosOfARun);
        return all > CLEARLY * without ? WITHOUT_BLOCKED_LAYOUT : ALL;
    }

    /** The first run allocates; of the others, the fastest was disturbed least. */
    private static long fastestRun(Optimization optimization, ToLongFunction<Optimization> nanosOfARun) {
        var unused = nanosOfARun.applyAsLong(optimization);
        var fastest = Long.MAX_VALUE;
        for (var i = 0; i < RUNS; i++) {
            fastest = Math.min(fastest, nanosOfARun.applyAsLong(optimization));
        }
        return fastest;
    }
}
