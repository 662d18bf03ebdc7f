/** The people of a job: their appearances and best shots. */
package io.faceline.api.jobs.people;
