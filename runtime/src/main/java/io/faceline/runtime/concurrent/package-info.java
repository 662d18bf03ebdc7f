/** Waiting for conditions, daemon threads, closing in order, and causes of wrapped exceptions. */
@NullMarked
package io.faceline.runtime.concurrent;

import org.jspecify.annotations.NullMarked;
