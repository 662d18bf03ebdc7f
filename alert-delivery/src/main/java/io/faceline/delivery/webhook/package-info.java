/** Tells receivers by HTTP, as Standard Webhooks 1.0.0 say. */
@NullMarked
package io.faceline.delivery.webhook;

import org.jspecify.annotations.NullMarked;
