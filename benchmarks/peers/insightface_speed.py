#!/usr/bin/env python3
"""Images a second of InsightFace's own Python package, with the model files and photos that `scripts/benchmarks peers` uses.

    pip install insightface onnxruntime opencv-python-headless
    python3 benchmarks/peers/insightface_speed.py ../shared

The folder holds models/ (the SCRFD-500M detector and the w600k_mbf embedder) and data/. JPEG decoding is included. One process; onnxruntime
uses the cores as it likes, which is how the package is used.
"""
import glob
import os
import sys
import time

try:
    import cv2
    from insightface.app.common import Face
    from insightface.model_zoo import get_model
except ImportError as missing:
    sys.exit(f"{missing}: pip install insightface onnxruntime opencv-python-headless")

ROUNDS = 3


def find(shared, *names):
    for name in names:
        found = sorted(glob.glob(os.path.join(shared, "models", "**", name), recursive=True))
        if found:
            return found[0]
    sys.exit(f"none of {names} is below {shared}/models")


def images_per_second(detector, embedder, files):
    start = time.perf_counter()
    faces = 0
    for file in files:
        image = cv2.imread(file)
        boxes, points = detector.detect(image, input_size=(640, 640))
        for box, landmarks in zip(boxes, points):
            embedder.get(image, Face(bbox=box[:4], kps=landmarks, det_score=box[4]))
            faces += 1
    return len(files) / (time.perf_counter() - start), faces


def main():
    shared = sys.argv[1] if len(sys.argv) > 1 else "../shared"
    detector = get_model(find(shared, "*500m*.onnx"))
    detector.prepare(ctx_id=-1, input_size=(640, 640))
    embedder = get_model(find(shared, "*w600k_mbf*.onnx"))
    embedder.prepare(ctx_id=-1)
    group = [os.path.join(shared, "data/photos/insightface/t1.jpg")] * 25
    lfw = sorted(glob.glob(os.path.join(shared, "data/lfw/*/*.jpg")))[:150]
    for what, files in (("t1.jpg", group), ("150 LFW photos", lfw)):
        images_per_second(detector, embedder, files[:5])
        best = max(images_per_second(detector, embedder, files) for _ in range(ROUNDS))
        print(f"{what}: {best[0]:.1f} images/s, {best[1]} faces")


if __name__ == "__main__":
    main()
