/** What is known of alerts, as last read: alerts, their pictures, and the rules, lists and groups that they name. */
package io.faceline.api.alerts.table;
