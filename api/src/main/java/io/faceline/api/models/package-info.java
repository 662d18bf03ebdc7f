/** Which models there are, and under which terms. */
package io.faceline.api.models;
