/** Folders of photos, labelled and not, and their split into galleries and probes. */
package io.faceline.evaluation.dataset;
