/** Reads cameras in processes of their own: pictures at a rate, the motion gate, and what is wrong with the stream. */
@NullMarked
package io.faceline.vision.camera;

import org.jspecify.annotations.NullMarked;
