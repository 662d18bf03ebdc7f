/** Many frames through one process: does it come to hold more and more? Reads Linux's /proc. */
package io.faceline.benchmarks.soak;
