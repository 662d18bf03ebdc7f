# One image for all services: the command is a service's main class. docker-compose.yml starts each of them.

# The models come by npm, as in any other build; their licences are in docs/reference/models.md.
FROM node:22-bookworm-slim AS models
WORKDIR /build/models
COPY models/fetch ./
COPY models/npm/package.json models/npm/package-lock.json npm/
RUN --mount=type=cache,target=/root/.npm sh fetch

FROM maven:3.9-eclipse-temurin-17 AS jars
WORKDIR /build
COPY . .
COPY --from=models /build/models/npm/node_modules models/npm/node_modules/
RUN --mount=type=cache,target=/root/.m2 mvn -q -B -pl cli -am package -Dmaven.test.skip=true

# The natives of OpenCV, ONNX Runtime and FFmpeg need glibc and libstdc++: Ubuntu has them, Alpine would not do.
FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home faceline \
    # A volume takes its owner from here.
    && install -d -o 10001 /var/lib/faceline/videos
WORKDIR /opt/faceline
COPY LICENSE scripts/healthy ./
COPY --from=models /build/models/npm/node_modules/.faceline-lock.json models/node_modules/
COPY --from=models /build/models/npm/node_modules/faceplugin-face-recognition-js/LICENSE models/node_modules/faceplugin-face-recognition-js/
COPY --from=models /build/models/npm/node_modules/faceplugin-face-recognition-js/model models/node_modules/faceplugin-face-recognition-js/model/
COPY --from=jars /build/cli/target/lib lib/
COPY --from=jars /build/cli/target/faceline.jar ./
USER 10001
# Half of the memory limit is for the heap: pictures, models and the gallery's vectors lie outside of it.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "-Dfaceline.npm=/opt/faceline/models", "-cp", "/opt/faceline/faceline.jar"]
CMD ["io.faceline.cli.FacelineMain", "--help"]
