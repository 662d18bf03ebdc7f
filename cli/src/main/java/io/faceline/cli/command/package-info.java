/** What all commands share: exit codes, failures, options of the pipeline, Ctrl-C. */
package io.faceline.cli.command;
