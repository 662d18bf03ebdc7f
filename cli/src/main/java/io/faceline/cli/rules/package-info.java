/** Rules of alerts, watch lists, groups and receivers on the command line. */
package io.faceline.cli.rules;
