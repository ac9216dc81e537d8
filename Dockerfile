# Earworm in a container: docker build -t earworm . && docker run -e DISCORD_TOKEN -v earworm:/data --read-only earworm
#
# Both images can be replaced. The first needs a JDK 25 and, better, Maven; the second a Java 25 runtime with java.desktop
# (the synthesizer is in it), bash (for the health check) and glibc (ffmpeg and SQLite are built for it).
# Temurin's Maven image has both of the first in current versions; Ubuntu's own Maven would bring a second JDK along.
ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build

# Only for a BUILD_IMAGE that is a bare JDK.
RUN command -v mvn >/dev/null || \
    (apt-get update && apt-get install --yes --no-install-recommends maven && rm -rf /var/lib/apt/lists/*)

# Everything that Maven downloads, in a layer that lives until pom.xml changes. One empty type is built with it: that asks
# for the same plug-ins, libraries and compiler extensions as the real build, which dependency:go-offline does not.
COPY pom.xml ./
RUN mkdir -p src/main/java && echo 'interface Nothing {}' > src/main/java/Nothing.java && \
    mvn -B -q package -DskipTests && \
    rm -r src target

# Tests are not in the context (.dockerignore); they ran before, in "mvn verify".
COPY src/main src/main
RUN mvn -B -q package -DskipTests


FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="Earworm" \
      org.opencontainers.image.description="A self-hosted Discord bot that makes music on request." \
      org.opencontainers.image.licenses="Apache-2.0"

# A number, so that an orchestrator can see that it is not root; whoever mounts a folder gives it to this user.
RUN mkdir /data && chown 10001:10001 /data
WORKDIR /app
# Libraries change seldom, so they are a layer of their own.
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/earworm.jar ./
COPY LICENSE ./

# The environment wins over a mounted /app/config/earworm.yaml, so the volume and the health check below cannot miss.
ENV DATA_DIR=/data HTTP_PORT=8080
VOLUME /data
EXPOSE 8080
USER 10001:10001

# The process lives; whether Discord is there too is on /readyz, and no reason to start the container anew.
# Bash opens the connection itself: a JVM each time would cost more than the bot does, and curl is not in every image.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$HTTP_PORT && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [[ $status == 200 ]]"]

# Exec form: the JVM is process 1 and gets SIGTERM itself.
#   SerialGC               the smallest in memory; the heap is small and nobody waits for a pause
#   MaxRAMPercentage       half of the container's memory: ffmpeg, class data and threads need the rest; Java's own is a quarter
#   ExitOnOutOfMemoryError half a process serves nobody; accepted songs are in the database and go on after the restart
#   UsePerfData            would be a file in /tmp
#   java.io.tmpdir         SQLite unpacks its library there
#   prefs.userRoot         the synthesizer looks for settings there; so only /data is ever written
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-Djava.io.tmpdir=/data", "-Djava.util.prefs.userRoot=/data", "-jar", "/app/earworm.jar"]
CMD ["run"]
