/** The stage that judges tracks by rules and writes alerts. */
@NullMarked
package io.faceline.alerts;

import org.jspecify.annotations.NullMarked;
