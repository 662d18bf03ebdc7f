/** How any service lives: settings, streams, failure policy, health, metrics, HTTP. Knows no faces. */
@NullMarked
package io.faceline.runtime;

import org.jspecify.annotations.NullMarked;
