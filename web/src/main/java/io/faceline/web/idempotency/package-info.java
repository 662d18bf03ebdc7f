/** Creates that are repeated under the same key. */
@NullMarked
package io.faceline.web.idempotency;

import org.jspecify.annotations.NullMarked;
