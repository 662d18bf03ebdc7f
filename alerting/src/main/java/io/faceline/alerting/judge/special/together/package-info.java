/** Who comes in with somebody of a list. */
@NullMarked
package io.faceline.alerting.judge.special.together;

import org.jspecify.annotations.NullMarked;
