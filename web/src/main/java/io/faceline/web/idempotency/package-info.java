/** Idempotency of create requests. */
@NullMarked
package io.faceline.web.idempotency;

import org.jspecify.annotations.NullMarked;
