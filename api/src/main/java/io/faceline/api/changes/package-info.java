/** Changes that people ask for over HTTP: sent to the matcher, made or a problem. */
package io.faceline.api.changes;
