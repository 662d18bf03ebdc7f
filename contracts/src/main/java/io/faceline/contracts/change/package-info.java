/** Changes requested from the matcher, and their answers. */
@NullMarked
package io.faceline.contracts.change;

import org.jspecify.annotations.NullMarked;
