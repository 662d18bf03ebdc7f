/** Waiting for a condition, and looking behind wrapped exceptions. */
@NullMarked
package io.faceline.runtime.concurrent;

import org.jspecify.annotations.NullMarked;
