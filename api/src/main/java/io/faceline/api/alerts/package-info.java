/** Alerts over HTTP: lists, events, pictures, and what people say of them. */
package io.faceline.api.alerts;
