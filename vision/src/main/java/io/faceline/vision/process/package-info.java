/** Processes that decode strangers' files apart from everything else, and the memory they may take. */
@NullMarked
package io.faceline.vision.process;

import org.jspecify.annotations.NullMarked;
