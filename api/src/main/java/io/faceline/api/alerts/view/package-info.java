/** Alerts as answers: with the names of people, rules and sources that the asker may see. */
package io.faceline.api.alerts.view;
