/** Files of alerts. */
package io.faceline.api.alerts.export;
