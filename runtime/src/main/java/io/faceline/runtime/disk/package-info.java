/** Disks that must not become full. */
@NullMarked
package io.faceline.runtime.disk;

import org.jspecify.annotations.NullMarked;
