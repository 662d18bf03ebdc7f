/** Who came and went when, computed from alerts when it is asked for. */
package io.faceline.api.alerts.attendance;
