/** The results of a job as a file, CSV or JSON. */
package io.faceline.api.jobs.results;
