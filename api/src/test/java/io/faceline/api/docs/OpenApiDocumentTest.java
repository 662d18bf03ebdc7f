package io.faceline.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.contracts.serde.Mappers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks that the document is consistent OpenAPI 3.1; OpenApiTest of system-tests checks it against the server. */
class OpenApiDocumentTest {
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");
    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    /** A code with a status; others occur within answers. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\d[^|]*\\| `([A-Z0-9_]+)` \\|");

    private static JsonNode document;

    private record Operation(String path, String method, JsonNode json, JsonNode shared) {
        String name() {
            return method + " " + path;
        }

        Stream<JsonNode> parameters() {
            return Stream.concat(elements(json.path("parameters")), elements(shared))
                    .map(OpenApiDocumentTest::resolved);
        }
    }

    @BeforeAll
    static void read() throws Exception {
        document = Mappers.JSON.readTree(OpenApiDocument.json());
    }

    @Test
    void everyReference_leadsSomewhere_andEveryComponentIsReferredTo() {
        var references = new HashSet<String>();
        collect(document, references);

        assertThat(references).allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
        document.path("components")
                .properties()
                .forEach(kind -> kind.getValue().fieldNames().forEachRemaining(name -> {
                    if (!kind.getKey().equals("securitySchemes")) {
                        assertThat(references).contains("#/components/" + kind.getKey() + "/" + name);
                    }
                }));
    }

    @Test
    void everyOperation_hasANameOfItsOwn_aSummaryAndAKnownTag() {
        var ids = operations()
                .map(operation -> operation.json.path("operationId").asText())
                .toList();
        var tags = elements(document.path("tags"))
                .map(tag -> tag.path("name").asText())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z]+"));
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.json.path("summary").asText())
                    .as(operation.name())
                    .isNotBlank();
            assertThat(tags)
                    .as(operation.name())
                    .contains(operation.json.at("/tags/0").asText());
        });
    }

    @Test
    void parametersOfThePath_areDeclared() {
        assertThat(operations()).allSatisfy(operation -> {
            var inPath = PARAMETER
                    .matcher(operation.path)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            var declared = operation
                    .parameters()
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .toList();
            assertThat(declared)
                    .extracting(parameter -> parameter.path("name").asText())
                    .as(operation.name())
                    .containsExactlyInAnyOrderElementsOf(inPath);
            assertThat(declared)
                    .allMatch(parameter -> parameter.path("required").asBoolean());
        });
    }

    @Test
    void everyAnswer_isDescribed_andEveryFailureIsAProblem() {
        assertThat(operations()).allSatisfy(operation -> operation
                .json
                .path("responses")
                .properties()
                .forEach(answer -> {
                    var response = resolved(answer.getValue());
                    var what = operation.name() + " " + answer.getKey();
                    assertThat(answer.getKey()).as(what).matches("[1-5]\\d\\d");
                    assertThat(response.path("description").asText()).as(what).isNotBlank();
                    if (answer.getKey().compareTo("400") >= 0 && !operation.path.startsWith("/health")) {
                        assertThat(response.at("/content/application~1problem+json/schema/$ref")
                                        .asText())
                                .as(what)
                                .isEqualTo("#/components/schemas/Problem");
                    }
                }));
    }

    @Test
    void codesOfTheAnswers_areThoseOfTheList() {
        var listed = elements(document.at("/components/schemas/Code/enum"))
                .map(JsonNode::asText)
                .toList();
        // The WebSocket is not an operation.
        var named =
                new TreeSet<>(codes(document.at("/info/description").asText()).toList());
        // 202 has a code as well: NOT_YET_VISIBLE.
        operations().forEach(operation -> operation.json.path("responses").properties().stream()
                .filter(answer -> answer.getKey().compareTo("202") >= 0)
                .map(answer -> resolved(answer.getValue()).path("description").asText())
                .flatMap(OpenApiDocumentTest::codes)
                .forEach(named::add));

        assertThat(listed).doesNotHaveDuplicates().isSorted();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void codes_areThoseOfTheReference() throws Exception {
        var reference = Files.readString(Path.of(System.getProperty("faceline.root"), "docs/reference/http.md"));
        var table = reference.substring(reference.indexOf("\n## Codes"));

        assertThat(elements(document.at("/components/schemas/Code/enum")).map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(ROW.matcher(table)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    private static Stream<String> codes(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1)).filter(code -> !code.startsWith("FACELINE_"));
    }

    /** Detects undocumented fields; schemas named …Fields are closed by those that extend them. */
    @Test
    void objectsOfAnswers_haveNoOtherFields() {
        document.at("/components/schemas").properties().stream()
                .filter(schema -> !schema.getKey().endsWith("Fields"))
                .forEach(schema -> requireClosed(schema.getKey(), schema.getValue()));
    }

    private static void requireClosed(String where, JsonNode schema) {
        if (schema.has("properties")) {
            assertThat(schema.has("additionalProperties") || schema.has("unevaluatedProperties"))
                    .as(where)
                    .isTrue();
        }
        schema.properties().forEach(child -> requireClosed(where + "/" + child.getKey(), child.getValue()));
        elements(schema).forEach(child -> requireClosed(where, child));
    }

    @Test
    void schemas_areJsonSchemaAsOfItsOwnMetaSchema() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(META_SCHEMA));

        assertThat(meta.validate(
                        document.at("/components/schemas/Match").toString().replace("\"object\"", "\"thing\""),
                        InputFormat.JSON))
                .isNotEmpty();
        for (var schema : schemas()) {
            assertThat(meta.validate(schema.toString(), InputFormat.JSON))
                    .as(schema.toString())
                    .isEmpty();
        }
    }

    /**
     * Generators of clients read a word without a type as any value, give numbers to objects and variants that have no name,
     * and find a variant without a discriminator by trial.
     */
    @Test
    void schemas_haveTheTypesAndNamesThatGeneratorsNeed() {
        assertThat(within(document.at("/components/schemas")))
                .filteredOn(schema ->
                        schema.path("enum").isArray() || schema.path("const").isTextual())
                .isNotEmpty()
                .allMatch(schema -> schema.path("type").asText().equals("string"), "has a type");
        assertThat(within(document.at("/components/schemas")))
                .filteredOn(schema -> schema.path("oneOf").isArray())
                .isNotEmpty()
                .allMatch(schema -> elements(schema.path("oneOf")).allMatch(variant -> variant.has("$ref")), "is named")
                .allMatch(
                        schema -> schema.at("/discriminator/mapping").size()
                                == schema.path("oneOf").size(),
                        "has a discriminator");
        assertThat(within(document.at("/components/schemas")))
                .noneMatch(schema -> schema.path("items").path("properties").isObject())
                .noneMatch(schema -> elements(schema.path("properties"))
                        .anyMatch(property -> property.path("properties").isObject()));
    }

    /** All nodes of the tree. */
    private static List<JsonNode> within(JsonNode node) {
        var found = new ArrayList<JsonNode>(List.of(node));
        node.forEach(child -> found.addAll(within(child)));
        return found;
    }

    /** An unquoted comma would split a text in YAML. */
    @Test
    void descriptions_areInQuotesWhereYamlWantsThem() {
        assertThat(nulls(document.path("paths"))).isEmpty();
        assertThat(nulls(document.at("/components/schemas"))).isEmpty();
    }

    private static List<String> nulls(JsonNode node) {
        var found = new ArrayList<String>();
        node.properties().forEach(child -> {
            if (child.getValue().isNull()) {
                found.add(child.getKey());
            }
        });
        node.forEach(child -> found.addAll(nulls(child)));
        return found;
    }

    private static List<JsonNode> schemas() {
        var found = new ArrayList<JsonNode>(document.findValues("schema"));
        document.at("/components/schemas").forEach(found::add);
        return found;
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.path("$ref").isTextual()) {
            references.add(node.get("$ref").asText());
        }
        node.forEach(child -> collect(child, references));
    }

    private static Stream<Operation> operations() {
        return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> new Operation(
                        path.getKey(),
                        method.getKey(),
                        method.getValue(),
                        path.getValue().path("parameters"))));
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.empty();
    }
}
