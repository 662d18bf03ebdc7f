/** What the matcher is asked to change, and its answers. */
@NullMarked
package io.faceline.contracts.change;

import org.jspecify.annotations.NullMarked;
