/** The command {@code watch}: one camera on the terminal. */
package io.faceline.cli.watch;
