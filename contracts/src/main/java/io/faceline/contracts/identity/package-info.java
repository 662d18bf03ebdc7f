/** Ids of frames, sessions, people and references. */
@NullMarked
package io.faceline.contracts.identity;

import org.jspecify.annotations.NullMarked;
