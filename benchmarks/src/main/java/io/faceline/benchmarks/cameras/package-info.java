/** What the motion gate and the reuse of embeddings save. */
package io.faceline.benchmarks.cameras;
