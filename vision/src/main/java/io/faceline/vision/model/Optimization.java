package io.faceline.vision.model;

import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How ONNX Runtime may rewrite a network before it runs. The results differ by rounding only. */
enum Optimization {
    /** Everything, the blocked memory layout for convolutions included. */
    ALL(OptLevel.ALL_OPT),
    /** Without the blocked layout, which some networks run three times as long with on some processors: onnxruntime #26992. */
    WITHOUT_BLOCKED_LAYOUT(OptLevel.EXTENDED_OPT);

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private final OptLevel level;

    Optimization(OptLevel level) {
        this.level = level;
    }

    OptLevel level() {
        return level;
    }

    /**
     * For the embedder on this machine. The processor decides and never a measurement, so that two processes compute the same
     * embedding to the last bit.
     */
    static Optimization ofEmbedder() {
        try {
            return ofEmbedder(Files.readString(PROCESSOR));
        } catch (IOException e) {
            // Not Linux.
            return ALL;
        }
    }

    /**
     * For {@code fr_feature}, the blocked layout takes 0.66 of the time without it on an AMD EPYC with AVX-512, and 2.5 times as
     * long on an Intel Xeon with it.
     *
     * @param processor the content of {@code /proc/cpuinfo}
     */
    static Optimization ofEmbedder(String processor) {
        return processor.contains("GenuineIntel") && processor.contains(" avx512f ") ? WITHOUT_BLOCKED_LAYOUT : ALL;
    }
}
