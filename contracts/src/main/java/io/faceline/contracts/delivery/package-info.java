/** Who is told of alerts, and what became of it. */
@NullMarked
package io.faceline.contracts.delivery;

import org.jspecify.annotations.NullMarked;
