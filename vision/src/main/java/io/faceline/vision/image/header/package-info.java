/** What an image file says of itself before a pixel is decoded. */
@NullMarked
package io.faceline.vision.image.header;

import org.jspecify.annotations.NullMarked;
