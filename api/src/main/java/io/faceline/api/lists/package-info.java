/** Paging of lists over HTTP. */
package io.faceline.api.lists;
