/** Cameras on the command line: their addresses and credentials, and the check of one. */
package io.faceline.cli.cameras;
