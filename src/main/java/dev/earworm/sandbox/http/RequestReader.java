package dev.earworm.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a request's JSON, alone or as {@code payload_json} beside {@code files[n]}; files go straight to disk.
 *
 * <p>Shape: developers/reference, "Uploading Files".
 */
final class RequestReader {
    private static final Pattern FILE_PART = Pattern.compile("files?\\[?(\\d{1,9})?]?");
    private static final String MULTIPART_CONFIG = "org.eclipse.jetty.multipartConfig";

    private final ObjectMapper mapper;
    private final Path directory;

    RequestReader(ObjectMapper mapper, Path directory) {
        this.mapper = mapper;
        this.directory = directory;
    }

    RestRequest read(Context context) throws IOException, ServletException {
        Map<String, String> query = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
        String type = String.valueOf(context.contentType());
        if (type.startsWith("multipart/form-data")) {
            return readMultipart(context, query);
        }
        JsonNode body = json(context.bodyInputStream());
        return new RestRequest(context.pathParamMap(), query, body, List.of());
    }

    private RestRequest readMultipart(Context context, Map<String, String> query) throws IOException, ServletException {
        context.req().setAttribute(MULTIPART_CONFIG, new MultipartConfigElement(directory.toString(), -1, -1, 1));
        JsonNode body = JsonNodeFactory.instance.objectNode();
        List<Upload> uploads = new ArrayList<>();
        for (Part part : parts(context)) {
            Matcher file = FILE_PART.matcher(part.getName());
            if (part.getName().equals("payload_json")) {
                body = json(part.getInputStream());
            } else if (file.matches()) {
                uploads.add(store(part, file.group(1) == null ? uploads.size() : Long.parseLong(file.group(1))));
            }
        }
        return new RestRequest(context.pathParamMap(), query, body, List.copyOf(uploads));
    }

    private static Iterable<Part> parts(Context context) throws IOException, ServletException {
        try {
            return context.req().getParts();
        } catch (IllegalStateException | ServletException _) {
            // What is left of the body cannot be told from a next request.
            context.header("Connection", "close");
            throw new DiscordException(DiscordError.INVALID_FORM_BODY);
        }
    }

    private Upload store(Part part, long index) throws IOException {
        Path path = directory.resolve("upload-" + UUID.randomUUID());
        long size = part.getSize();
        part.write(path.toAbsolutePath().toString());
        String name = part.getSubmittedFileName() == null ? "unknown" : part.getSubmittedFileName();
        String type = part.getContentType() == null ? "" : part.getContentType();
        return new Upload(index, name, type, path, size);
    }

    private JsonNode json(InputStream stream) throws IOException {
        try {
            JsonNode node = mapper.readTree(stream);
            return node.isMissingNode() ? JsonNodeFactory.instance.objectNode() : node;
        } catch (JsonProcessingException _) {
            throw new DiscordException(DiscordError.INVALID_JSON);
        }
    }
}
