/** How well and how soon people are named in real clips, as videos and live. */
package io.faceline.benchmarks.clips;
