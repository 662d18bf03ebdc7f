/** Who asks over HTTP, and what they may. */
@org.jspecify.annotations.NullMarked
package io.faceline.runtime.access;
