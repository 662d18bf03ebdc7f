/** People and their references, as a task reads and writes them. */
package io.faceline.matcher.people;
