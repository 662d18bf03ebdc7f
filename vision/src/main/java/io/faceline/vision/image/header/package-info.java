/** Image headers, read before decoding. */
@NullMarked
package io.faceline.vision.image.header;

import org.jspecify.annotations.NullMarked;
