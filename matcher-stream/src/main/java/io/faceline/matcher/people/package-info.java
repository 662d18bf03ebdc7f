/** People and their references, as read and written by a task. */
package io.faceline.matcher.people;
