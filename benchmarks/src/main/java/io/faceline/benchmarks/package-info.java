/** Reproducible benchmarks, relative to a baseline of the same run. */
package io.faceline.benchmarks;
