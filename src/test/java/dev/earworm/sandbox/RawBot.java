package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A bot without a library: speaks HTTP to the sandbox, so that a test can break rules that a library would keep. */
final class RawBot {
    private static final String BOUNDARY = "sandbox-test-boundary";

    private final Sandbox sandbox;
    private final String authorization;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    RawBot(Sandbox sandbox) {
        this(sandbox, "Bot " + sandbox.botToken());
    }

    RawBot(Sandbox sandbox, String authorization) {
        this.sandbox = sandbox;
        this.authorization = authorization;
    }

    /** What came back; the body is missing for an empty one. */
    record Reply(int status, JsonNode body, HttpHeaders headers) {
        int code() {
            return body.path("code").asInt();
        }

        /** The code of the first mistake that is noted at this path of a 50035. */
        String mistakeAt(String... path) {
            JsonNode node = body.path("errors");
            for (String step : path) {
                node = node.path(step);
            }
            return node.path("_errors").path(0).path("code").asText();
        }

        String id() {
            return body.path("id").asText();
        }
    }

    Reply get(String path) throws Exception {
        return send("GET", path, "application/json", new byte[0]);
    }

    Reply delete(String path) throws Exception {
        return send("DELETE", path, "application/json", new byte[0]);
    }

    Reply post(String path, String json) throws Exception {
        return send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Reply put(String path, String json) throws Exception {
        return send("PUT", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Reply patch(String path, String json) throws Exception {
        return send("PATCH", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends {@code payload_json} and files, which are named by their part's name, {@code files[0]=song.mp3}. */
    Reply upload(String method, String path, String json, Map<String, byte[]> files) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"payload_json\"", "application/json", json.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String[] names = file.getKey().split("=", 2);
            part(body, "name=\"%s\"; filename=\"%s\"".formatted(names[0], names[1]), type(names[1]), file.getValue());
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(method, path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    Reply send(String method, String path, String contentType, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + path.substring(1)))
                .method(method, BodyPublishers.ofByteArray(body))
                .header("Content-Type", contentType)
                .header("Authorization", authorization)
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), mapper.readTree(response.body()), response.headers());
    }

    HttpResponse<byte[]> download(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
    }

    /** Registers a command {@code /song} with one option {@code prompt} that need not be there. */
    void registerSong() throws Exception {
        register("""
                [{"name": "song", "description": "Makes a song", "options": [
                    {"type": 3, "name": "prompt", "description": "What it is about"}]}]""");
    }

    void register(String commands) throws Exception {
        Reply reply = put("/applications/%d/commands".formatted(sandbox.applicationId()), commands);
        if (reply.status() != 200) {
            throw new IllegalStateException("commands were refused: " + reply.body());
        }
    }

    Reply answer(SandboxInteraction interaction, String json) throws Exception {
        return post("/interactions/%d/%s/callback".formatted(interaction.id(), interaction.interactionToken()), json);
    }

    /** The path of an interaction's webhook, without a slash at its end. */
    String hook(SandboxInteraction interaction) {
        return "/webhooks/%d/%s".formatted(sandbox.applicationId(), interaction.interactionToken());
    }

    static String messages(SandboxChannel channel) {
        return "/channels/%d/messages".formatted(channel.id());
    }

    private static String type(String fileName) {
        return fileName.endsWith(".ogg") ? "audio/ogg" : "application/octet-stream";
    }

    private static void part(ByteArrayOutputStream body, String disposition, String type, byte[] content)
            throws IOException {
        String head = "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, disposition, type);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
