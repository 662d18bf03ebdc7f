/** Live frames over WebSocket. */
package io.faceline.ingest.live;
