/** What a rule says of tracks and cameras. Plain Java, with the clock of the caller. */
@NullMarked
package io.faceline.alerting.judge;

import org.jspecify.annotations.NullMarked;
