/** Sessions over HTTP: creating, keeping alive and ending them. */
package io.faceline.api.session;
