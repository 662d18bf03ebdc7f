package io.faceline.contracts.serde;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.rule.RuleSubject;

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

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = RuleSubject.Unknown.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RuleSubject.Person.class, name = "person"),
        @JsonSubTypes.Type(value = RuleSubject.Listed.class, name = "listed"),
        @JsonSubTypes.Type(value = RuleSubject.Stranger.class, name = "stranger"),
        @JsonSubTypes.Type(value = RuleSubject.NotListed.class, name = "not-listed"),
        @JsonSubTypes.Type(value = RuleSubject.Together.class, name = "together"),
        @JsonSubTypes.Type(value = RuleSubject.Absent.class, name = "absent"),
        @JsonSubTypes.Type(value = RuleSubject.CameraDown.class, name = "camera-down"),
        @JsonSubTypes.Type(value = RuleSubject.Unknown.class, name = "unknown")
    })
    interface OfRuleSubject {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Observation.OfTrack.class, name = "track"),
        @JsonSubTypes.Type(value = Observation.OfCamera.class, name = "camera")
    })
    interface OfObservation {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = AlertChange.Unknown.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = AlertChange.Acknowledge.class, name = "acknowledge"),
        @JsonSubTypes.Type(value = AlertChange.Correct.class, name = "correct"),
        @JsonSubTypes.Type(value = AlertChange.Restore.class, name = "restore"),
        @JsonSubTypes.Type(value = AlertChange.Unknown.class, name = "unknown")
    })
    interface OfAlertChange {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = ReceiverTarget.Unknown.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ReceiverTarget.Webhook.class, name = "webhook"),
        @JsonSubTypes.Type(value = ReceiverTarget.Mqtt.class, name = "mqtt"),
        @JsonSubTypes.Type(value = ReceiverTarget.Unknown.class, name = "unknown")
    })
    interface OfReceiverTarget {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = DeliveryRequest.Unknown.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DeliveryRequest.Resend.class, name = "resend"),
        @JsonSubTypes.Type(value = DeliveryRequest.Test.class, name = "test"),
        @JsonSubTypes.Type(value = DeliveryRequest.Unknown.class, name = "unknown")
    })
    interface OfDeliveryRequest {}
}
