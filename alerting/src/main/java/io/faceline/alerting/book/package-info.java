/** Rules, lists, groups and mutes as of now, and what was erased. */
@NullMarked
package io.faceline.alerting.book;

import org.jspecify.annotations.NullMarked;
