/** detections → embeddings. */
package io.faceline.embedder;
