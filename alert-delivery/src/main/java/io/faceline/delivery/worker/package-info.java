/** Tells receivers, each on a thread of its own. */
@NullMarked
package io.faceline.delivery.worker;

import org.jspecify.annotations.NullMarked;
