/** The first generation: OpenCV's Haar cascade and a small CNN classifier that is trained from scratch. */
package io.faceline.benchmarks.generations.first;
