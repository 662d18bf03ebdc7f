/** Changes of rules, lists, groups, receivers and mutes, one at a time. */
@NullMarked
package io.faceline.api.alertrules.change;

import org.jspecify.annotations.NullMarked;
