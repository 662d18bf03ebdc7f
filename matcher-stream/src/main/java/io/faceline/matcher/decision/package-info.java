/** Who a face is: candidates, thresholds, verification. */
package io.faceline.matcher.decision;
