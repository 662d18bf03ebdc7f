/** What the judges of these rules share. */
@NullMarked
package io.faceline.alerting.judge.special.shared;

import org.jspecify.annotations.NullMarked;
