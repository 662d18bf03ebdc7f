/** Shows the progress of a command. */
package io.faceline.cli.progress;
