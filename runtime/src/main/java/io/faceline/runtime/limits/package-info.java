/** How much one caller may ask, so that all others are still answered. */
@org.jspecify.annotations.NullMarked
package io.faceline.runtime.limits;
