/** Synthetic videos of known people, to measure how well the pipeline names them. */
package io.faceline.benchmarks.synthetic;
