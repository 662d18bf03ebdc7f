package io.faceline.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.contracts.serde.Mappers;
import io.faceline.delivery.SampleReceiver;
import io.faceline.delivery.webhook.HookServer.Got;
import io.faceline.delivery.webhook.HookServer.Reply;
import io.faceline.runtime.secrets.StoredSecrets;
import io.faceline.runtime.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published recipe verifies what is sent. */
class PythonRecipeTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path PAGE = Path.of("../docs/how-to/receive-alerts.md");
    private static final Pattern CODE = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String CALL = """

            import json, sys
            got = json.load(open(sys.argv[1]))
            verify(sys.argv[2], got["headers"], got["body"].encode())
            print("verified")
            """;

    @TempDir
    Path folder;

    @Test
    void recipe_acceptsWhatIsSent_andNothingElse() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "python3 is not installed");
        var got = sent();

        assertThat(run(got.body(), got, SECRET)).contains("verified");
        assertThat(run(got.body() + " ", got, SECRET)).contains("the signature is wrong");
        assertThat(run(got.body(), got, "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"))
                .contains("the signature is wrong");
    }

    private static Got sent() throws Exception {
        var secrets = StoredSecrets.of(new Settings(Map.of("FACELINE_SECRET_HOOK", SECRET)));
        try (var server = HookServer.start(request -> Reply.of(204));
                var webhooks = new Webhooks(secrets, true, Duration.ofSeconds(15))) {
            var receiver = SampleReceiver.DOOR
                    .at(server.url())
                    .signedBy(StoredSecret.named("HOOK"))
                    .receiver();
            webhooks.open((ReceiverTarget.Webhook) receiver.target()).deliver(SampleMessages.opened(receiver));
            return server.got().get(0);
        }
    }

    private String run(String body, Got got, String secret) throws Exception {
        var recipe = CODE.matcher(Files.readString(PAGE));
        assertThat(recipe.find()).isTrue();
        var script = Files.writeString(folder.resolve("verify.py"), recipe.group(1) + CALL);
        var headers = got.headers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)));
        var request = Files.write(
                folder.resolve("got.json"), Mappers.JSON.writeValueAsBytes(Map.of("headers", headers, "body", body)));
        var process = new ProcessBuilder(PYTHON.toString(), script.toString(), request.toString(), secret)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
