/** HTTPS without an authority: a certificate that this machine makes for itself, and how a phone finds the way here. */
package io.faceline.standalone.https;
