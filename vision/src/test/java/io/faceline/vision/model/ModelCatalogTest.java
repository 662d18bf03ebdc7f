package io.faceline.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.CatalogException;
import io.faceline.contracts.catalog.CatalogFile;
import io.faceline.contracts.catalog.Channels;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.catalog.ModelRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogTest {
    /** A user's catalog entry for a model that is not built in. */
    private static final String SFACE_LIKE = """
            {"models": [{
              "name": "my_sface", "role": "embedder", "family": "arcface", "file": "sface.onnx", "sha256": null,
              "origin": "OpenCV Zoo", "licence": "Apache-2.0", "commercialUse": true, "training": "unknown",
              "input": {"name": "data", "width": 112, "height": 112, "resize": "none", "channels": "bgr",
                        "mean": [0], "scale": [1], "batch": "one"},
              "outputs": {"embedding": ["fc1"]},
              "embedding": {"dimension": 128,
                            "thresholds": {"match": 0.5, "uncertain": 0.4, "margin": 0.05, "verify": 0.363},
                            "calibration": {"slope": 40, "offset": -20, "gallerySize": 500}}
            }]}
            """;

    @TempDir
    Path folder;

    @Test
    void builtIn_hasEveryModelThatIsKnown() {
        var catalog = ModelCatalog.load(List.of());

        assertThat(catalog.models())
                .extracting("name")
                .contains(
                        "rfb320",
                        "fr_landmark",
                        "fr_feature",
                        "fr_liveness",
                        "fr_pose",
                        "fr_eye",
                        "fr_age",
                        "fr_gender",
                        "fr_expression",
                        "scrfd_500m",
                        "scrfd_2.5g",
                        "scrfd_10g",
                        "yunet",
                        "yunet_2023mar",
                        "w600k_mbf",
                        "w600k_mbf_int8dyn",
                        "w600k_r50",
                        "sface",
                        "minifasnet_v2",
                        "minifasnet_v1se");
        assertThat(catalog.detector(catalog.defaults().detector()).landmarkModel())
                .contains("fr_landmark");
        assertThat(catalog.embedder(catalog.defaults().embedder()).input().channels())
                .isEqualTo(Channels.BGR);
    }

    @Test
    void builtIn_saysOfEveryModelWhereItIsFromAndUnderWhichLicence() {
        for (var model : ModelCatalog.load(List.of()).models()) {
            assertThat(model.licence().name()).as(model.name()).isNotBlank();
            assertThat(model.licence().origin()).as(model.name()).isNotBlank();
            assertThat(model.licence().training()).as(model.name()).isNotBlank();
            assertThat(model.licence().commercialUse())
                    .as(model.name())
                    .isNotEqualTo(model.licence().name().contains("non-commercial"));
        }
    }

    @Test
    void matching_isWhatTheMatcherNeeds() {
        var facts = ModelCatalog.load(List.of()).matching("fr_feature");

        assertThat(facts.modelId()).isEqualTo("fr_feature@87aacdfe");
        assertThat(facts.dimension()).isEqualTo(512);
        assertThat(facts.thresholds().match()).isGreaterThan(facts.thresholds().verify());
        assertThat(facts.calibration().confidence(-1)).isLessThan(0.01);
        assertThat(facts.calibration().confidence(1)).isCloseTo(1, within(0.01));
    }

    @Test
    void allMatching_isOneForEachEmbedder() {
        var catalog = ModelCatalog.load(List.of());

        assertThat(catalog.allMatching())
                .hasSize((int) catalog.models().stream()
                        .filter(model -> model.role() == ModelRole.EMBEDDER)
                        .count())
                .extracting("modelId")
                .doesNotHaveDuplicates()
                .contains("w600k_r50@unverified");
    }

    @Test
    void extraFolder_addsAModelByFactsAlone() throws IOException {
        Files.writeString(folder.resolve(ModelCatalog.FILE), SFACE_LIKE);

        var facts = ModelCatalog.load(List.of(folder)).matching("my_sface");

        assertThat(facts.modelId()).isEqualTo("my_sface@unverified");
        assertThat(facts.dimension()).isEqualTo(128);
    }

    @Test
    void recognisability_isTheFileBesideTheCatalogThatTheEntryNames() throws IOException {
        Files.writeString(folder.resolve(ModelCatalog.FILE), withRecognisability("poor.json"));
        Files.writeString(folder.resolve("poor.json"), "learned");

        var facts = ModelCatalog.load(List.of(folder)).matching("my_sface");

        assertThat(facts.recognisability())
                .contains(new CatalogFile("poor.json", Blob.wrap("learned".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void recognisability_isThatOfTheLastEntryOfTheName(@TempDir Path later) throws IOException {
        Files.writeString(folder.resolve(ModelCatalog.FILE), withRecognisability("poor.json"));
        Files.writeString(folder.resolve("poor.json"), "learned");
        Files.writeString(later.resolve(ModelCatalog.FILE), SFACE_LIKE);

        assertThat(ModelCatalog.load(List.of(folder, later))
                        .matching("my_sface")
                        .recognisability())
                .isEmpty();
    }

    @Test
    void missingRecognisability_isNamed() throws IOException {
        Files.writeString(folder.resolve(ModelCatalog.FILE), withRecognisability("poor.json"));

        assertThatThrownBy(() -> ModelCatalog.load(List.of(folder)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("my_sface")
                .hasMessageContaining("embedding.recognisability: poor.json");
    }

    @Test
    void recognisabilityOutsideTheFolder_isRefused() throws IOException {
        Files.writeString(folder.resolve(ModelCatalog.FILE), withRecognisability("../poor.json"));

        assertThatThrownBy(() -> ModelCatalog.load(List.of(folder)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("embedding.recognisability must be a plain file name");
    }

    private static String withRecognisability(String file) {
        return SFACE_LIKE.replace("\"dimension\": 128", "\"dimension\": 128, \"recognisability\": \"" + file + "\"");
    }

    @Test
    void extraFolder_withoutACatalogAddsNothing() {
        assertThat(ModelCatalog.load(List.of(folder)).models())
                .isEqualTo(ModelCatalog.load(List.of()).models());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"width\": 112 | \"width\": 0 | input.width must be between",
                "\"mean\": [0] | \"mean\": [0, 1] | input.mean must have 1 or 3 numbers",
                "\"scale\": [1] | \"scale\": [0] | input.scale must not be 0",
                "\"channels\": \"bgr\" | \"channels\": \"hsv\" | field input.channels",
                "\"batch\": \"one\" | \"batches\": \"one\" | field input.batch",
                "\"match\": 0.5 | \"match\": 5 | match threshold must be between",
                "\"dimension\": 128 | \"dimension\": \"many\" | field embedding.dimension",
                "\"slope\": 40 | \"slope\": -1 | calibration slope must be above 0",
                "\"sha256\": null | \"sha256\": \"abc\" | field sha256 must be 64",
                "\"file\": \"sface.onnx\" | \"file\": \"../sface.onnx\" | field file must be a plain file name",
                "\"role\": \"embedder\" | \"role\": \"liveness\" | field embedding is required for an embedder",
                "\"training\": \"unknown\", | '' | field training"
            })
    void brokenEntry_isNamedWithItsField(String good, String bad, String problem) throws IOException {
        Files.writeString(folder.resolve(ModelCatalog.FILE), SFACE_LIKE.replace(good, bad));

        assertThatThrownBy(() -> ModelCatalog.load(List.of(folder)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(folder.resolve(ModelCatalog.FILE).toString())
                .hasMessageContaining("model \"my_sface\"")
                .hasMessageContaining(problem);
    }

    @Test
    void brokenJson_isNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve(ModelCatalog.FILE), "{\"models\": [\n}");

        assertThatThrownBy(() -> ModelCatalog.load(List.of(folder)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("is not valid JSON")
                .hasMessageContaining("line 2");
    }

    @Test
    void unknownName_listsTheKnownOnes() {
        assertThatThrownBy(() -> ModelCatalog.load(List.of()).detector("fr_feature"))
                .isInstanceOf(CatalogException.class)
                .hasMessage(
                        "there is no detector \"fr_feature\" (--detector or FACELINE_DETECTOR); known: rfb320, scrfd_10g,"
                                + " scrfd_2.5g, scrfd_500m, yunet, yunet_2023mar");
    }
}
