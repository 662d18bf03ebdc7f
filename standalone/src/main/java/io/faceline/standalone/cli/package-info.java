/** The command line. */
package io.faceline.standalone.cli;
