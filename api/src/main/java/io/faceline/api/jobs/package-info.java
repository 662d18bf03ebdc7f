/** Jobs to be read: their state, who was seen in them, the results of their frames, and both as they come. */
package io.faceline.api.jobs;
