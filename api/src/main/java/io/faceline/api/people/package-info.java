/** People over HTTP: reading, changing, exporting and importing them and their photos. */
package io.faceline.api.people;
