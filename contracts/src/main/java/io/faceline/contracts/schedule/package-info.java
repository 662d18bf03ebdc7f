/** Times of day and days of the week, by the local time of a zone. */
@NullMarked
package io.faceline.contracts.schedule;

import org.jspecify.annotations.NullMarked;
