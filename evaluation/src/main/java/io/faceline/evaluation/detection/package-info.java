/** Faces found and false faces, on data whose faces are known. */
@NullMarked
package io.faceline.evaluation.detection;

import org.jspecify.annotations.NullMarked;
