/** Changes requested over HTTP, made by the matcher. */
package io.faceline.api.changes;
