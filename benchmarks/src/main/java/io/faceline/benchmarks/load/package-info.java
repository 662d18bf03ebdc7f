/** Load tests of a server that is started as users start it. */
package io.faceline.benchmarks.load;
