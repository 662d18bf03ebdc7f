package io.faceline.systemtests.kafka;

import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.standalone.broker.InProcessBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** A broker that authenticates by SASL and allows only what an ACL allows. */
final class SecuredKafka implements AutoCloseable {
    private static final String ADMIN = "admin";
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private final Path folder;
    private final InProcessBroker broker;
    private final List<AclBinding> acls = new ArrayList<>();

    private SecuredKafka(Path folder, InProcessBroker broker) {
        this.folder = folder;
        this.broker = broker;
    }

    /** @param principals names, which are their passwords as well */
    static SecuredKafka start(Path folder, List<String> principals) {
        var users = principals.stream()
                .map(name -> " user_" + name + "=\"" + name + "\"")
                .collect(Collectors.joining());
        var properties = Map.of(
                "listener.name.clients.plain.sasl.jaas.config",
                        PLAIN + " username=\"admin\" password=\"admin\" user_admin=\"admin\"" + users + ";",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                // Broker and controller are one process, with a user of its own.
                "super.users", "User:" + ADMIN + ";User:faceline");
        return new SecuredKafka(folder, InProcessBroker.start(folder.resolve("kafka"), properties));
    }

    /** The settings of the administrator, who may do everything. */
    KafkaSettings admin() {
        return as(ADMIN);
    }

    KafkaSettings as(String principal) {
        return new KafkaSettings(
                broker.bootstrapServers(),
                Topics.DEFAULT_PREFIX,
                new PartitionCounts(1, 1),
                (short) 1,
                folder.resolve("state-" + principal),
                principal,
                Map.of(
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        PLAIN + " username=\"" + principal + "\" password=\"" + principal + "\";"));
    }

    Admin openAdmin() {
        return Admin.create(Map.copyOf(properties(admin())));
    }

    static Map<String, Object> properties(KafkaSettings kafka) {
        var properties = new java.util.HashMap<String, Object>(kafka.clientProperties());
        properties.put("bootstrap.servers", kafka.bootstrapServers());
        return properties;
    }

    /** Allows an operation on topics, named without the prefix. */
    void allow(String principal, AclOperation operation, String... topics) {
        for (var topic : topics) {
            add(principal, operation, ResourceType.TOPIC, topic, PatternType.LITERAL);
        }
    }

    void allowGroup(String principal, String group) {
        add(principal, AclOperation.READ, ResourceType.GROUP, group, PatternType.LITERAL);
    }

    void allowAll(String principal, ResourceType type, String prefix) {
        add(principal, AclOperation.ALL, type, prefix, PatternType.PREFIXED);
    }

    void apply() throws Exception {
        try (var admin = openAdmin()) {
            admin.createAcls(acls).all().get();
        }
    }

    private void add(String principal, AclOperation operation, ResourceType type, String name, PatternType pattern) {
        acls.add(new AclBinding(
                new ResourcePattern(type, Topics.DEFAULT_PREFIX + name, pattern),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW)));
    }

    @Override
    public void close() {
        broker.close();
    }
}
