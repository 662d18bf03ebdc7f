/** The judge of each kind of rule. */
@NullMarked
package io.faceline.alerting.judges;

import org.jspecify.annotations.NullMarked;
