package io.faceline.contracts.alert;

/** Why an alert is closed. */
public enum AlertReason {
    /** The subject was not seen for the hold of the rule, or the camera is back. */
    ENDED,
    /** It was somebody else. */
    CORRECTED,
    /** The rule was changed, disabled or deleted, and does not hold any more. */
    RULE_CHANGED,
    /** The session, job or camera was deleted. */
    SOURCE_DELETED,
    /** The person was deleted. */
    ERASED,
    /** It was open for as long as the rule allows. */
    TOO_LONG,
    /** Who was absent has come. */
    ARRIVED,
    /** Only read: a reason that a newer version added. */
    UNKNOWN
}
