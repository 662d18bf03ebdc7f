/** Model files and how they are run. ONNX types do not leave this package. */
@NullMarked
package io.faceline.vision.model;

import org.jspecify.annotations.NullMarked;
