/** Shared by all commands: exit codes, failures, options of the pipeline, Ctrl-C. */
package io.faceline.cli.command;
