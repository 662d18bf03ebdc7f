/** Settings from the environment, checked. */
@NullMarked
package io.faceline.runtime.settings;

import org.jspecify.annotations.NullMarked;
