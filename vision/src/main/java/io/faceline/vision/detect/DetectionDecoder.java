package io.faceline.vision.detect;

import java.util.List;

/** Reads the outputs of one family of detectors: geometry only, no network. */
interface DetectionDecoder {
    /** Names in the ONNX file. */
    List<String> outputs();

    /** Those above the threshold, before suppression, in pixels of the input. */
    List<RawDetection> decode(List<float[]> outputs);
}
