/** What was found in footage, for a person to look at: a page, and pictures. */
@NullMarked
package io.faceline.standalone.footage;

import org.jspecify.annotations.NullMarked;
