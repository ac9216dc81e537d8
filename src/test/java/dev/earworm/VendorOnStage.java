package dev.earworm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A vendor's API over real HTTP that takes any song and has it ready at once; each has its own way to say so. */
final class VendorOnStage extends Dispatcher {
    private final byte[] song;
    private final Map<String, Function<RecordedRequest, MockResponse>> answers = new HashMap<>();

    private VendorOnStage(byte[] song) {
        this.song = song;
        on("GET /files/song", _ -> audio());
    }

    static VendorOnStage elevenLabs(byte[] song) {
        VendorOnStage vendor = new VendorOnStage(song);
        return vendor.on("POST /v1/music/detailed", _ -> vendor.multipart("""
                {"composition_plan":null,"song_metadata":{"title":"River","description":"Calm","genres":["ambient"],
                 "languages":[],"is_explicit":false},"words_timestamps":null}""".replace("\n", "")));
    }

    static VendorOnStage aimlapi(byte[] song) {
        return new VendorOnStage(song)
                .on("POST /v2/generate/audio", _ -> json(201, """
                        {"id":"one:elevenlabs/eleven_music","status":"queued"}"""))
                .on("GET /v2/generate/audio", request -> json(200, """
                        {"id":"one:elevenlabs/eleven_music","status":"completed","audio_file":{"url":"%s"},
                         "meta":{"usage":{"credits_used":120000,"usd_spent":0.06}}}""".formatted(file(request))));
    }

    static VendorOnStage apiframe(byte[] song) {
        return new VendorOnStage(song)
                .on("POST /v2/music/generate", _ -> json(202, """
                        {"jobId":"7b0e0a9e-0000-4000-8000-000000000001","status":"QUEUED"}"""))
                .on(
                        "GET /v2/jobs/7b0e0a9e-0000-4000-8000-000000000001",
                        request -> json(200, """
                        {"id":"7b0e0a9e-0000-4000-8000-000000000001","status":"COMPLETED","model":"elevenlabs-music",
                         "progress":100,"result":{"tracks":[{"id":"t","audioUrl":"%s","title":null}]},"error":null,
                         "creditCost":20,"expired":false}""".formatted(file(request))));
    }

    static VendorOnStage aigateway(byte[] song) {
        return new VendorOnStage(song)
                .on("POST /v1/audio/music", _ -> json(202, """
                        {"id":"job_1","status":"queued"}"""))
                .on("GET /v1/jobs/job_1", request -> json(200, """
                        {"id":"job_1","status":"completed","result":{"url":"%s?signed=1"},
                         "usage":{"cost_cents":80}}""".formatted(file(request))));
    }

    static VendorOnStage acestep(byte[] song) {
        VendorOnStage vendor = new VendorOnStage(song);
        return vendor.on("POST /release_task", _ -> json(200, """
                        {"data":{"task_id":"task-1","status":"queued","queue_position":1},"code":200,"error":null,
                         "timestamp":1}"""))
                .on("POST /query_result", _ -> json(200, """
                        {"data":[{"task_id":"task-1","status":1,
                         "result":"[{\\"file\\":\\"/v1/audio?path=%2Ftmp%2Fa.wav\\",\\"status\\":1}]"}],
                         "code":200,"error":null,"timestamp":1}"""))
                .on("GET /v1/audio", _ -> vendor.audio());
    }

    private VendorOnStage on(String call, Function<RecordedRequest, MockResponse> answer) {
        answers.put(call, answer);
        return this;
    }

    /** The call is answered so from now on. */
    void says(String call, MockResponse answer) {
        on(call, _ -> answer);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String call = request.getMethod() + " " + request.getUrl().encodedPath();
        return Optional.ofNullable(answers.get(call))
                .map(answer -> answer.apply(request))
                .orElseGet(() -> json(404, "{\"error\":\"no such call\"}"));
    }

    private static String file(RecordedRequest request) {
        return request.getUrl()
                .newBuilder()
                .encodedPath("/files/song")
                .query(null)
                .build()
                .toString();
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private MockResponse audio() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "audio/wav")
                .body(new Buffer().write(song))
                .build();
    }

    private MockResponse multipart(String details) {
        Buffer body = new Buffer()
                .writeUtf8("--b\r\nContent-Type: application/json\r\n\r\n" + details
                        + "\r\n--b\r\nContent-Type: audio/mpeg\r\n"
                        + "Content-Disposition: attachment; filename=\"x.mp3\"\r\n\r\n")
                .write(song)
                .writeUtf8("\r\n--b--\r\n");
        return new MockResponse.Builder()
                .addHeader("Content-Type", "multipart/mixed; boundary=b")
                .addHeader("song-id", "song_1")
                .body(body)
                .build();
    }
}
