/** A face at each stage: detected, aligned, embedded, matched. */
@NullMarked
package io.faceline.contracts.face;

import org.jspecify.annotations.NullMarked;
