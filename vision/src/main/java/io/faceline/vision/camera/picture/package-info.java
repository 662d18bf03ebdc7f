/** Makes frames, small pictures and grids of brightness of what a camera's decoder hands out. */
@NullMarked
package io.faceline.vision.camera.picture;

import org.jspecify.annotations.NullMarked;
