/** What the stages exchange: a frame, its metadata, its outcome. */
@NullMarked
package io.faceline.contracts.frame;

import org.jspecify.annotations.NullMarked;
