/** The {@code faceline} command. */
package io.faceline.cli;
