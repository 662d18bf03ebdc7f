/** Face quality: size, sharpness, brightness, pose. */
@NullMarked
package io.faceline.vision.image.quality;

import org.jspecify.annotations.NullMarked;
