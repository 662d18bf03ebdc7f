/** Who calls, and which people and jobs the caller may see or change. */
@NullMarked
package io.faceline.web.access;

import org.jspecify.annotations.NullMarked;
