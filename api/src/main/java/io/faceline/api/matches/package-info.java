/** Answers as they come, for whoever wants to be told of them. */
package io.faceline.api.matches;
