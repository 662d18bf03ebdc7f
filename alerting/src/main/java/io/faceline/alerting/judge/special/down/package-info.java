/** Cameras that are down. */
@NullMarked
package io.faceline.alerting.judge.special.down;

import org.jspecify.annotations.NullMarked;
