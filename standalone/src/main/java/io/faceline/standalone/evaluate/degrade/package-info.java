/** Photos made worse in known ways, to see what recognition makes of them. */
@NullMarked
package io.faceline.standalone.evaluate.degrade;

import org.jspecify.annotations.NullMarked;
