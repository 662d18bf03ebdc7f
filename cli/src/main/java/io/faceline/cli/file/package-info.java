/** The files that commands write: never over a file of the user, and closed to other users of the machine. */
package io.faceline.cli.file;
