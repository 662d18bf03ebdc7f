/** Settings from environment variables. */
@NullMarked
package io.faceline.runtime.settings;

import org.jspecify.annotations.NullMarked;
