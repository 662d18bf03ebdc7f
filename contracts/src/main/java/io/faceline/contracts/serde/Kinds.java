package io.faceline.contracts.serde;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;

/** The field {@code kind}, which distinguishes the cases of a sealed type. */
final class Kinds {
    private Kinds() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Made.class, name = "made"),
        @JsonSubTypes.Type(value = Outcome.Dropped.class, name = "dropped"),
        @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed")
    })
    interface OfOutcome {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Role.Probe.class, name = "probe"),
        @JsonSubTypes.Type(value = Role.Detect.class, name = "detect"),
        @JsonSubTypes.Type(value = Role.VerifyFrame.class, name = "verify-frame"),
        @JsonSubTypes.Type(value = Role.VerifyPerson.class, name = "verify-person"),
        @JsonSubTypes.Type(value = Role.Enrollment.class, name = "enrollment"),
        @JsonSubTypes.Type(value = Role.Unknown.class, name = "unknown")
    })
    interface OfRole {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Change.DeletePerson.class, name = "delete-person"),
        @JsonSubTypes.Type(value = Change.DeletePhoto.class, name = "delete-photo"),
        @JsonSubTypes.Type(value = Change.RenamePerson.class, name = "rename-person"),
        @JsonSubTypes.Type(value = Change.MergePeople.class, name = "merge-people"),
        @JsonSubTypes.Type(value = Change.UnmergePeople.class, name = "unmerge-people"),
        @JsonSubTypes.Type(value = Change.PutReference.class, name = "put-reference"),
        @JsonSubTypes.Type(value = Change.PutPerson.class, name = "put-person"),
        @JsonSubTypes.Type(value = Change.KeepAlive.class, name = "keep-alive"),
        @JsonSubTypes.Type(value = Change.EndSession.class, name = "end-session")
    })
    interface OfChange {}
}
