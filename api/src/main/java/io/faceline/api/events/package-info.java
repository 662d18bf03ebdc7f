/** Server-sent events: connections that stay open, bounded in number, each written by a thread of its own. */
package io.faceline.api.events;
