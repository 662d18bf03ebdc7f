/** Embeds photos as probes or as enrollments. */
package io.faceline.evaluation.embedding;
