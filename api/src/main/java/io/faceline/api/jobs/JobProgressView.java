package io.faceline.api.jobs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.faceline.web.view.JobView;
import org.jspecify.annotations.Nullable;

/**
 * A job and how fast it goes on.
 *
 * @param framesPerSecondNow how many frames were answered in the last seconds; null when that is not known
 * @param secondsLeft an estimate; 0 once the job has ended, null when that is not known
 */
record JobProgressView(
        @JsonUnwrapped JobView job,
        @Nullable Double framesPerSecondNow,
        @Nullable Long secondsLeft) {}
