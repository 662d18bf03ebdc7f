package io.faceline.vision.detect;

import java.util.List;

/** Decodes the outputs of one family of detectors: geometry only, no inference. */
interface DetectionDecoder {
    /** Output names in the ONNX file. */
    List<String> outputs();

    /** Detections above the score threshold, before non-maximum suppression, in pixels of the input. */
    List<RawDetection> decode(List<float[]> outputs);
}
