/** Definitions of cameras as people write them: addresses, credentials, fields of a request or of a file. */
package io.faceline.api.cameras.definition;
