/** Who was seen in a video and when: the people of a job, and their best shots. */
package io.faceline.api.jobs.people;
