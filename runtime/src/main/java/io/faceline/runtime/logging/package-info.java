/** What the log shows of others' text. */
@NullMarked
package io.faceline.runtime.logging;

import org.jspecify.annotations.NullMarked;
