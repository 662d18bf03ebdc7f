/** Faces of photos and films that lie on their side or stand on their head. */
@NullMarked
package io.faceline.vision.turn;

import org.jspecify.annotations.NullMarked;
