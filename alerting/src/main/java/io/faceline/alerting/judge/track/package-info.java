/** The judge of rules about somebody in view: from tracks to visits, and from visits to alerts. */
@NullMarked
package io.faceline.alerting.judge.track;

import org.jspecify.annotations.NullMarked;
