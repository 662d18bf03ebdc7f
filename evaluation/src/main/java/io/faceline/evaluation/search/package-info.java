/** Open-set identification (1:N): searches of known people and strangers. */
package io.faceline.evaluation.search;
