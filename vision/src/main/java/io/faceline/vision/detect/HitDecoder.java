package io.faceline.vision.detect;

import java.util.List;

/** Reads the outputs of one family of detectors: geometry only, no network. */
interface HitDecoder {
    /** Names in the ONNX file. */
    List<String> outputs();

    /** Those above the threshold, before suppression, in pixels of the input. */
    List<Hit> decode(List<float[]> outputs);
}
