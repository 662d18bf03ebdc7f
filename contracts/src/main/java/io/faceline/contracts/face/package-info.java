/** A face at each stage: found, aligned, embedded, matched. */
@NullMarked
package io.faceline.contracts.face;

import org.jspecify.annotations.NullMarked;
