/** Rate limits, request memory, client addresses. */
@NullMarked
package io.faceline.web.limits;

import org.jspecify.annotations.NullMarked;
