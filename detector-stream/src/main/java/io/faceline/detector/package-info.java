/** frames → detections. */
package io.faceline.detector;
