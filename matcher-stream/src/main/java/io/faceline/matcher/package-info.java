/** The matcher stage: gallery, enrollments, people and decisions. */
@NullMarked
package io.faceline.matcher;

import org.jspecify.annotations.NullMarked;
