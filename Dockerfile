# Earworm in a container: docker build -t earworm . && docker run -e DISCORD_TOKEN -v earworm:/data --read-only earworm
#
# Both images can be replaced. The first needs a JDK 25 and, better, Maven; the second nothing but glibc (Java, ffmpeg and
# SQLite are built for it) and bash (for the health check), because the program brings its own Java along.
# Temurin's Maven image has both of the first in current versions; a distribution's own Maven would bring a second JDK along.
ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG RUNTIME_IMAGE=debian:trixie-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /build

# Only for a BUILD_IMAGE that is a bare JDK.
RUN command -v mvn >/dev/null || \
    (apt-get update && apt-get install --yes --no-install-recommends maven && rm -rf /var/lib/apt/lists/*)

# The Java that the program needs and no more: a third of a whole one. The modules are what "jdeps --print-module-deps"
# finds in target/lib and the jar, and how the languages that Earworm speaks write numbers and dates.
RUN jlink --output /java --no-header-files --no-man-pages --compress zip-6 \
    --add-modules java.desktop,java.instrument,java.naming,java.prefs,java.security.jgss,java.sql,jdk.jfr,jdk.management,jdk.unsupported \
    --add-modules jdk.localedata --include-locales en,de,fr,es,pt-BR,ja

# Everything that Maven downloads, in a layer that lives until pom.xml changes. One empty type is built with it: that asks
# for the same plug-ins, libraries and compiler extensions as the real build, which dependency:go-offline does not.
COPY pom.xml ./
RUN mkdir -p src/main/java && echo 'interface Nothing {}' > src/main/java/Nothing.java && \
    mvn -B -q package -DskipTests && \
    rm -r src target

# Tests are not in the context (.dockerignore); they ran before, in "mvn verify".
# The cache below remembers when each jar was written, and not every builder keeps such times; this one all do.
COPY src/main src/main
RUN mvn -B -q package -DskipTests && \
    find target/lib target/earworm.jar -exec touch -d '2026-01-01 00:00:00 UTC' {} +


FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="Earworm" \
      org.opencontainers.image.description="A self-hosted Discord bot that makes music on request." \
      org.opencontainers.image.licenses="Apache-2.0"

# A number, so that an orchestrator can see that it is not root; whoever mounts a folder gives it to this user.
RUN mkdir /data && chown 10001:10001 /data
WORKDIR /app
ENV PATH=/opt/java/bin:$PATH
# What changes seldom comes first, each a layer of its own.
COPY --from=build /java /opt/java
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/earworm.jar ./
COPY --from=build /build/target/bom.json ./
COPY LICENSE src/docs/licenses.md src/main/container/ ./
COPY src/main/licenses licenses

# One song is made on a Discord inside the process, and Java writes down every class that this took, read and linked: from
# there on it starts in half the time. The cache belongs to this Java, these jars and these options (decision record 25).
RUN java @java.options -XX:AOTCacheOutput=earworm.aot -Xlog:disable -Xlog:all=error:stderr \
         -jar /app/earworm.jar try --prompt "one song to remember" --length 5 --out /data/song && \
    test -s earworm.aot && rm -rf /data/* /data/.[!.]*

# The environment wins over a mounted /app/config/earworm.yaml, so the volume and the health check below cannot miss.
ENV DATA_DIR=/data HTTP_PORT=8080
VOLUME /data
EXPOSE 8080
USER 10001:10001

# The process lives; whether Discord is there too is on /readyz, and no reason to start the container anew.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["/app/healthy"]

# Exec form: the JVM is process 1 and gets SIGTERM itself. Without the cache, or with other options, it starts all the same.
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/earworm.aot", "-jar", "/app/earworm.jar"]
CMD ["run"]
