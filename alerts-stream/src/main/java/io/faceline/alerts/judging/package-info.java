/** Judges by rules and writes alerts. */
@NullMarked
package io.faceline.alerts.judging;

import org.jspecify.annotations.NullMarked;
