/** What the tracker reads of jobs, people and sessions, to end and erase what it keeps of them. */
@NullMarked
package io.faceline.tracker.known;

import org.jspecify.annotations.NullMarked;
