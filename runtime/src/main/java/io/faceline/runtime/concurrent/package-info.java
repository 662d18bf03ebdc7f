/** Waiting for a condition, threads, closing in order, and looking behind wrapped exceptions. */
@NullMarked
package io.faceline.runtime.concurrent;

import org.jspecify.annotations.NullMarked;
