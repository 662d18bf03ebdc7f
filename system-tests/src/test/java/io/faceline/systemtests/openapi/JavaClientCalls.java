package io.faceline.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.example.faceline.ApiClient;
import com.example.faceline.ApiException;
import com.example.faceline.api.ImagesApi;
import com.example.faceline.api.ImagesApi.APIRecognizeRequest;
import com.example.faceline.api.PeopleApi;
import com.example.faceline.api.PeopleApi.APIAddPersonRequest;
import com.example.faceline.api.SessionsApi;
import com.example.faceline.model.Code;
import com.example.faceline.model.CreateSessionRequest;
import com.example.faceline.model.Decision;
import com.example.faceline.model.MadeOutcome;
import com.example.faceline.model.MatchedFace;
import com.example.faceline.model.PhotoAnswer;
import com.example.faceline.model.ProbeRole;
import com.example.faceline.model.Problem;
import com.example.faceline.model.Scope;
import java.nio.file.Path;
import java.util.List;

/** Calls a server with the Java client that the module {@code clients} generates; {@link OpenApiTest} says what for. */
final class JavaClientCalls {
    private static final String NAME = "Zoë أروى";

    private final ApiClient client = new ApiClient();

    JavaClientCalls(int port) {
        client.updateBaseUri("http://127.0.0.1:" + port);
    }

    /** @param group a photo of several people, one of whom the portrait shows */
    void enrolledPerson_isRecognized(Path portrait, Path group) throws ApiException {
        var session = new SessionsApi(client).createSession(new CreateSessionRequest());
        client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + session.getToken()));
        var people = new PeopleApi(client);
        var enrolled = people.addPerson(APIAddPersonRequest.newBuilder()
                .name(NAME)
                ._file(List.of(portrait.toFile()))
                .build());
        var person = people.getPerson(enrolled.getId());

        var answer = recognize(group);

        assertThat(person.getName()).isEqualTo(NAME);
        assertThat(people.exportPeople(Scope.SESSION)).content().contains(NAME);
        assertThat(answer.getFacts().getRole().getActualInstance()).isInstanceOf(ProbeRole.class);
        assertThat(answer.getOutcome().getActualInstance())
                .isInstanceOfSatisfying(
                        MadeOutcome.class,
                        made -> assertThat(made.getValue().getFaces()).isEqualTo(answer.getFaces()));
        assertThat(answer.getFaces()).hasSizeGreaterThan(1).first().satisfies(JavaClientCalls::isPlausible);
        assertThat(answer.getFaces())
                .filteredOn(face -> face.getIdentification().getDecision() == Decision.MATCH)
                .singleElement()
                .extracting(MatchedFace::getPerson)
                .isEqualTo(NAME);
        assertThat(people.getPhoto(person.getId(), person.getPhotos().get(0).getId()))
                .isNotEmpty();
        assertThat(people.deletePerson(person.getId())).isNull();
    }

    private static void isPlausible(MatchedFace face) {
        assertThat(face.getFace().getBox().getW()).isBetween(0.0, 1.0);
        assertThat(face.getFace().getQuality().getScore()).isBetween(0.0, 1.0);
        assertThat(face.getFace().getConfidence()).isPositive();
    }

    void badImage_isAProblem(Path noImage) throws Exception {
        var failure = catchThrowableOfType(ApiException.class, () -> recognize(noImage));

        var problem = client.getObjectMapper().readValue(failure.getResponseBody(), Problem.class);
        assertThat(problem.getStatus()).isEqualTo(415).isEqualTo(failure.getCode());
        assertThat(problem.getCode()).isEqualTo(Code.UNSUPPORTED_FORMAT);
        assertThat(problem.getDetail()).isNotBlank();
    }

    /** As a newer server may answer. */
    void unknownWords_areRead() throws Exception {
        var problem = client.getObjectMapper().readValue("{\"code\":\"TOMORROW\",\"more\":1}", Problem.class);

        assertThat(problem.getCode()).isEqualTo(Code.UNKNOWN_DEFAULT_OPEN_API);
    }

    private PhotoAnswer recognize(Path image) throws ApiException {
        return new ImagesApi(client)
                .recognize(
                        APIRecognizeRequest.newBuilder()._file(image.toFile()).build());
    }
}
