/** What travels from stage to stage: a frame, its facts, its outcome. */
@NullMarked
package io.faceline.contracts.frame;

import org.jspecify.annotations.NullMarked;
