/** What receivers are told of alerts: the bodies of messages, templates for them, and links to pictures. */
@NullMarked
package io.faceline.alerting.message;

import org.jspecify.annotations.NullMarked;
