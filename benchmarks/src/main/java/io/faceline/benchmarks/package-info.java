/** Measurements that anyone can repeat. Each is a ratio against a baseline of the same run. */
package io.faceline.benchmarks;
