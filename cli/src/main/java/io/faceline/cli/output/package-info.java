/** Writes the results of a command as text, JSON lines, annotated copies and pages. */
package io.faceline.cli.output;
