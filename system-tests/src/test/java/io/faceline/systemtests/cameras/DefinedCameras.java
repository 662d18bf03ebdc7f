package io.faceline.systemtests.cameras;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.TestClient;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cameras of a server, as an admin defines and sees them. */
public final class DefinedCameras {
    private static final String PATH = "/api/v1/cameras";

    private final TestClient admin;

    public DefinedCameras(TestClient admin) {
        this.admin = admin;
    }

    /** Plays a film as a camera with this id. */
    public void add(String id, Path film, double framesPerSecond) {
        add(id, "file://" + film.toAbsolutePath(), Map.of("framesPerSecond", framesPerSecond));
    }

    public void add(String id, String address, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>(Map.of("id", id, "name", id, "address", address));
        body.putAll(more);
        admin.post(PATH, Mappers.JSON.valueToTree(body).toString()).expect(201);
    }

    void change(String id, String json) {
        admin.patch(PATH + "/" + id, json).expect(200);
    }

    public void delete(String id) {
        admin.delete(PATH + "/" + id).expect(204);
    }

    JsonNode get(String id) {
        return admin.get(PATH + "/" + id).expect(200).json();
    }

    /** Names of the people whom the camera's tracks are. */
    public Set<String> named(String id) {
        var names = new TreeSet<String>();
        for (var track : admin.get(PATH + "/" + id + "/tracks?limit=100")
                .expect(200)
                .json()
                .path("tracks")) {
            if ("match".equals(track.path("decision").asText())) {
                names.add(track.at("/person/name").asText());
            }
        }
        return names;
    }

    /** The condition of each camera; {@code -} without a current state. */
    Map<String, String> conditions() {
        var conditions = new TreeMap<String, String>();
        for (var camera : admin.get(PATH).expect(200).json().path("cameras")) {
            var state = camera.path("state");
            conditions.put(
                    camera.path("id").asText(),
                    state.path("isCurrent").asBoolean()
                            ? state.path("condition").asText()
                            : "-");
        }
        return conditions;
    }
}
