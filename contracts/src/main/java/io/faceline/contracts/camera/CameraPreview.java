package io.faceline.contracts.camera;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.FrameId;
import java.time.Instant;

/**
 * A small picture of a camera, about one a second: topic {@code previews}, internal CBOR, kept for minutes. Key: the camera's
 * id.
 *
 * @param frame of which it was made; answers to that frame fit it
 * @param capturedAt when the picture arrived
 * @param width pixels
 * @param height pixels
 */
public record CameraPreview(CameraId camera, FrameId frame, Instant capturedAt, int width, int height, Blob jpeg) {}
