/** Pictures that other programs write to the topic {@code feeds}: the newest of each source becomes a frame. */
@NullMarked
package io.faceline.ingest.feeds;

import org.jspecify.annotations.NullMarked;
