/** Server-sent events: a bounded number of open connections, each written by a thread of its own. */
package io.faceline.api.events;
