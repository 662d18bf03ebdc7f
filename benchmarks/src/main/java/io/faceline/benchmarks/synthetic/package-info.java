/** Synthetic videos of known people, and how well the pipeline names them. */
package io.faceline.benchmarks.synthetic;
