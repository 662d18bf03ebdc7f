/** How a service is. */
@NullMarked
package io.faceline.runtime.health;

import org.jspecify.annotations.NullMarked;
