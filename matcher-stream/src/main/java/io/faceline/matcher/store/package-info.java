/** Output of the matcher. */
@NullMarked
package io.faceline.matcher.store;

import org.jspecify.annotations.NullMarked;
