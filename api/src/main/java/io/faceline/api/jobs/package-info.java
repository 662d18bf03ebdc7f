/** Reading jobs: their state, the people in them, and the results of their frames, stored and live. */
package io.faceline.api.jobs;
