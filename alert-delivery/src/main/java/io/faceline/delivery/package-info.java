/** The service that tells receivers of alerts. */
@NullMarked
package io.faceline.delivery;

import org.jspecify.annotations.NullMarked;
