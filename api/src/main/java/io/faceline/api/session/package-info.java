/** Sessions over HTTP: how a visitor gets one, keeps it and ends it. */
package io.faceline.api.session;
