package io.faceline.contracts.serde;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.faceline.contracts.Blob;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.frame.DecidedBy;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.Fingerprint;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Rejection;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.FirstOnly;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.SourceRole;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackPhase;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;

/** Configures how the records are written in CBOR and JSON. The records themselves do not depend on Jackson. */
final class FacelineModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    FacelineModule() {
        super("faceline");
        addDeserializer(String.class, new WellFormedText());
        text(AlertId.class, AlertId::value, AlertId::new);
        text(AlertScope.class, AlertScope::value, AlertScope::new);
        text(AlertSubject.class, AlertSubject::value, AlertSubject::new);
        text(CameraAddress.class, CameraAddress::value, CameraAddress::new);
        text(CameraId.class, CameraId::value, CameraId::new);
        text(Fingerprint.class, Fingerprint::value, Fingerprint::new);
        text(FrameId.class, FrameId::value, FrameId::new);
        text(GroupId.class, GroupId::value, GroupId::new);
        text(ListId.class, ListId::value, ListId::new);
        text(PersonId.class, PersonId::value, PersonId::new);
        text(ReceiverId.class, ReceiverId::value, ReceiverId::new);
        text(ReferenceId.class, ReferenceId::value, ReferenceId::new);
        text(RuleId.class, RuleId::value, RuleId::new);
        text(SessionId.class, SessionId::value, SessionId::new);
        labels(Decision.class, Decision.UNKNOWN);
        labels(Scope.class, Scope.UNKNOWN);
        words(DropReason.class, DropReason.UNKNOWN);
        words(FailureCode.class, FailureCode.UNKNOWN);
        words(Reason.class, Reason.UNKNOWN);
        words(Rejection.class, Rejection.UNKNOWN);
        words(Weakness.class, Weakness.UNKNOWN);
        words(CameraCondition.class, CameraCondition.UNKNOWN);
        words(CameraNotice.class, CameraNotice.UNKNOWN);
        words(CameraOrigin.class, CameraOrigin.UNKNOWN);
        words(AlertBreadth.class, AlertBreadth.UNKNOWN);
        words(AlertKind.class, AlertKind.UNKNOWN);
        words(AlertNews.class, AlertNews.UNKNOWN);
        words(AlertReason.class, AlertReason.UNKNOWN);
        words(AlertState.class, AlertState.UNKNOWN);
        words(DeliveryState.class, DeliveryState.UNKNOWN);
        words(FirstOnly.class, FirstOnly.UNKNOWN);
        words(LatePolicy.class, LatePolicy.UNKNOWN);
        words(ReceiverContent.class, ReceiverContent.UNKNOWN);
        words(RulePriority.class, RulePriority.UNKNOWN);
        words(SourceRole.class, SourceRole.UNKNOWN);
        words(TrackPhase.class, TrackPhase.UNKNOWN);
        words(TrackEnd.class, TrackEnd.UNKNOWN);
        binary(Blob.class, Function.identity(), Blob::wrap);
        binary(Embedding.class, embedding -> Blob.wrap(EmbeddingBytes.toBytes(embedding)), EmbeddingBytes::fromBytes);
        addDeserializer(Outcome.class, new OutcomeReader());
        addDeserializer(Role.class, new RoleReader());
        setMixInAnnotation(Outcome.class, Kinds.OfOutcome.class);
        setMixInAnnotation(Role.class, Kinds.OfRole.class);
        setMixInAnnotation(Change.class, Kinds.OfChange.class);
        setMixInAnnotation(RuleSubject.class, Kinds.OfRuleSubject.class);
        setMixInAnnotation(Observation.class, Kinds.OfObservation.class);
        setMixInAnnotation(AlertChange.class, Kinds.OfAlertChange.class);
        setMixInAnnotation(ReceiverTarget.class, Kinds.OfReceiverTarget.class);
        setMixInAnnotation(DeliveryRequest.class, Kinds.OfDeliveryRequest.class);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        // Answers of older versions do not have it: left out, they are written as they were.
        context.configOverride(DecidedBy.class)
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    }

    /** An enum that is written in small letters. */
    private <E extends Enum<E>> void labels(Class<E> type, E unknown) {
        serializer(type, constant -> constant.name().toLowerCase(Locale.ROOT));
        addDeserializer(type, new WordReader<>(type, label -> label.toUpperCase(Locale.ROOT), unknown));
    }

    /** An enum that is written as its constants are named. */
    private <E extends Enum<E>> void words(Class<E> type, E unknown) {
        addDeserializer(type, new WordReader<>(type, Function.identity(), unknown));
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        serializer(type, write);
        addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return read.apply(in.getText());
            }
        });
    }

    private <T> void serializer(Class<T> type, Function<T, String> write) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(write.apply(value));
            }
        });
    }

    /** @param read may keep the array: a parser makes one for each value and forgets it */
    private <T> void binary(Class<T> type, Function<T, Blob> write, Function<byte[], T> read) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                var bytes = write.apply(value);
                out.writeBinary(bytes.inputStream(), bytes.size());
            }
        });
        addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return read.apply(in.getBinaryValue());
            }
        });
    }
}
