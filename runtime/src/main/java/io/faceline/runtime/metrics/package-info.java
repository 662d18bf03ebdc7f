/** Metrics. */
@NullMarked
package io.faceline.runtime.metrics;

import org.jspecify.annotations.NullMarked;
