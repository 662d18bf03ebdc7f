/** Passes on to each rule what it may care about: tracks, their pictures, and what cameras do. */
@NullMarked
package io.faceline.alerts.passing;

import org.jspecify.annotations.NullMarked;
