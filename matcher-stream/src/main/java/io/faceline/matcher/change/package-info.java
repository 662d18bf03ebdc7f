/** Changes of people and sessions, and expiry of sessions. */
package io.faceline.matcher.change;
