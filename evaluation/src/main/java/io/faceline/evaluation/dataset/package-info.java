/** Labelled photos and how they are split into galleries and probes. */
package io.faceline.evaluation.dataset;
