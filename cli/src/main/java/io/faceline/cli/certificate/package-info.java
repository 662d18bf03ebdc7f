/** The self-signed certificate of {@code faceline up --https}. */
package io.faceline.cli.certificate;
