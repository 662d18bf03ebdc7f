/** Secrets of an installation: found by name, or kept encrypted in records. */
@NullMarked
package io.faceline.runtime.secrets;

import org.jspecify.annotations.NullMarked;
