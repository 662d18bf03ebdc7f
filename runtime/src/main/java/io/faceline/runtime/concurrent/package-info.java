/** Waiting for conditions, and causes of wrapped exceptions. */
@NullMarked
package io.faceline.runtime.concurrent;

import org.jspecify.annotations.NullMarked;
