/** Model files and inference. ONNX types are not exposed outside this package. */
@NullMarked
package io.faceline.vision.model;

import org.jspecify.annotations.NullMarked;
