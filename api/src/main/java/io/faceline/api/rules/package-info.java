/** What the server judges by, told to clients that judge too. */
package io.faceline.api.rules;
