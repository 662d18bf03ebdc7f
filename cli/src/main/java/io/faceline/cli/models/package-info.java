/** {@code faceline models}: the models that are known and installed. */
package io.faceline.cli.models;
