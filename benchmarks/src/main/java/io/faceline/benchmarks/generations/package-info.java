/** Compares the pipeline with its predecessor, a Haar cascade and a CNN classifier: docs/reference/generations.md. */
package io.faceline.benchmarks.generations;
