/** Identification and verification: candidates, thresholds, decisions. */
package io.faceline.matcher.decision;
