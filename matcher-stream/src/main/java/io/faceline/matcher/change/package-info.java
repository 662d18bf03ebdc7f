/** Changes of people and sessions, and what goes with a session that ends. */
package io.faceline.matcher.change;
