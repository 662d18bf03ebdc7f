/** {@code faceline people} and {@code faceline enroll}: the people of the shared gallery. */
package io.faceline.cli.people;
