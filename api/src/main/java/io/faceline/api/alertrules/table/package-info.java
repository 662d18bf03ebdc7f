/** What the topics of rules and receivers say, and what is written to them. */
@NullMarked
package io.faceline.api.alertrules.table;

import org.jspecify.annotations.NullMarked;
