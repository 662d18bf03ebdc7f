/** What it costs that many look at one video. */
package io.faceline.benchmarks.viewers;
