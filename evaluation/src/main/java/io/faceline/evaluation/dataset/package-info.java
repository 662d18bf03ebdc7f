/** Labelled photos and their split into galleries and probes. */
package io.faceline.evaluation.dataset;
