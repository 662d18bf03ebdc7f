/** Who was not seen by a time of the day. */
@NullMarked
package io.faceline.alerting.judge.special.absent;

import org.jspecify.annotations.NullMarked;
