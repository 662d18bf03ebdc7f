/** What a rule would have said of the last hours. */
@NullMarked
package io.faceline.api.alertrules.trial;

import org.jspecify.annotations.NullMarked;
