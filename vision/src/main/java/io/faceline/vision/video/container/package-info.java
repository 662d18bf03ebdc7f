/** What a container says about its streams: which one is the video, and when it begins. */
@NullMarked
package io.faceline.vision.video.container;

import org.jspecify.annotations.NullMarked;
