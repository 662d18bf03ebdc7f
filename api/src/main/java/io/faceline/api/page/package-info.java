/** Serves the web page from the resources of module ui. */
package io.faceline.api.page;
