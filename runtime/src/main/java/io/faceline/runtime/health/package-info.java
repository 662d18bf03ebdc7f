/** Health of services. */
@NullMarked
package io.faceline.runtime.health;

import org.jspecify.annotations.NullMarked;
