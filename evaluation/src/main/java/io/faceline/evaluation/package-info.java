/** Accuracy of a pair of models: pairs, searches among strangers, degraded photos. */
package io.faceline.evaluation;
