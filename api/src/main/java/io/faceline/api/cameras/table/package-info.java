/** What is known of cameras, as last read: definitions, states, previews, tracks, and who wants to hear of changes. */
package io.faceline.api.cameras.table;
