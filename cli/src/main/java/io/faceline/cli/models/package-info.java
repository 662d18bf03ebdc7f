/** {@code faceline models}: the models of the catalog and the installed ones. */
package io.faceline.cli.models;
