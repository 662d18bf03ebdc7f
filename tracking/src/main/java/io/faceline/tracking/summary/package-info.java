/** What a video shows: the appearances of people, from tracks. */
@NullMarked
package io.faceline.tracking.summary;

import org.jspecify.annotations.NullMarked;
