/** Which pictures of a camera are right, taken and behind, and what is unusual about them: rules without FFmpeg. */
@NullMarked
package io.faceline.vision.camera.rule;

import org.jspecify.annotations.NullMarked;
