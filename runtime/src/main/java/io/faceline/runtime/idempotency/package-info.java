/** Requests that may be sent again without being done again. */
@org.jspecify.annotations.NullMarked
package io.faceline.runtime.idempotency;
