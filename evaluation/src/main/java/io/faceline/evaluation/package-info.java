/** Measures the accuracy of a pair of models: verification, open-set identification, degraded photos. */
package io.faceline.evaluation;
