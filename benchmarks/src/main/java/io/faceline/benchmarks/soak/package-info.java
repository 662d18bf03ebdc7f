/** Soak tests: checks that memory and handles of a process do not grow. Reads Linux's /proc. */
package io.faceline.benchmarks.soak;
