/** Alerts, and what people say of them. */
@NullMarked
package io.faceline.contracts.alert;

import org.jspecify.annotations.NullMarked;
