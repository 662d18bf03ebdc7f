/** Which hosts may be connected to, and what their names stand for. */
@NullMarked
package io.faceline.runtime.network;

import org.jspecify.annotations.NullMarked;
