/** Many visitors at once, against a server started as its users start it. */
package io.faceline.benchmarks.load;
