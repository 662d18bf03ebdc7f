/** What rules say that are not about one face: who did not come, who came along, and cameras that are down. */
@NullMarked
package io.faceline.alerting.judge.special;

import org.jspecify.annotations.NullMarked;
