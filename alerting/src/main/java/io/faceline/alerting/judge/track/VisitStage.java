package io.faceline.alerting.judge.track;

/** How far a visit is. */
enum VisitStage {
    /** The rule does not hold yet, or something keeps it quiet. */
    WAITING,
    /** It has an open alert. */
    OPEN,
    /** It was counted on an alert before, which nobody is told. */
    COUNTED,
    /** It is one of a crowd. */
    CROWD,
    /** Nothing more is said until the subject has been away. */
    SPENT
}
