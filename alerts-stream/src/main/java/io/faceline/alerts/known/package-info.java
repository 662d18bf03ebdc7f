/** What the stage reads of rules, lists, groups and mutes, and of what was deleted. */
@NullMarked
package io.faceline.alerts.known;

import org.jspecify.annotations.NullMarked;
