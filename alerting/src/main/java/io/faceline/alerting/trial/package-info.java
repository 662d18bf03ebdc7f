/** What a rule would have said. */
@NullMarked
package io.faceline.alerting.trial;

import org.jspecify.annotations.NullMarked;
