/** Who is in which video from when to when, for one job or all jobs of a caller. */
package io.faceline.api.jobs.visits;
