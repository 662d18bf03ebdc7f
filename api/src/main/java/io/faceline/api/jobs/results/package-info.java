/** Downloads of the results of a job as CSV or JSON. */
package io.faceline.api.jobs.results;
