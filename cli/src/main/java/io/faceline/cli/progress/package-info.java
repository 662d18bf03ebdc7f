/** How far a command is, for the person at the terminal. */
package io.faceline.cli.progress;
