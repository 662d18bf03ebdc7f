/** Live matches as server-sent events. */
package io.faceline.api.matches;
