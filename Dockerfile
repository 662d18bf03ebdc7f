# One image for all services; the command is the main class of a service. See docker-compose.yml.

# The models are npm packages, as in any other build; see docs/reference/models.md for their licences.
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

# The native libraries of OpenCV, ONNX Runtime and FFmpeg need glibc and libstdc++, which Ubuntu has and Alpine lacks.
FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home faceline \
    # A new volume inherits the owner of this folder.
    && install -d -o 10001 /var/lib/faceline/videos
WORKDIR /opt/faceline
COPY LICENSE scripts/healthy ./
COPY --from=models /build/models/npm/node_modules/.faceline-lock.json models/node_modules/
COPY --from=models /build/models/npm/node_modules/faceplugin-face-recognition-js/LICENSE models/node_modules/faceplugin-face-recognition-js/
COPY --from=models /build/models/npm/node_modules/faceplugin-face-recognition-js/model models/node_modules/faceplugin-face-recognition-js/model/
COPY --from=jars /build/cli/target/lib lib/
COPY --from=jars /build/cli/target/faceline.jar ./
USER 10001
# The heap gets half of the memory limit, as images, models and the vectors of the gallery are outside of it.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "-Dfaceline.npm=/opt/faceline/models", "-cp", "/opt/faceline/faceline.jar"]
CMD ["io.faceline.cli.FacelineMain", "--help"]
