/** Rules, watch lists, groups, receivers and mutes of alerts over HTTP. */
@NullMarked
package io.faceline.api.alertrules;

import org.jspecify.annotations.NullMarked;
