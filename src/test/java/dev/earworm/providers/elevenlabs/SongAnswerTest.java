package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanSection;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.TimedWord;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.SampleAudio;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in two parts, as the vendor's own clients know them. */
class SongAnswerTest {
    private static final byte[] SOUND = SampleAudio.mp3(50_000);
    private static final MultipartSong SONG = MultipartSong.of(SOUND);

    @TempDir
    private Path folder;

    @Test
    void detailsAndSoundAreToldApart() throws IOException {
        TrackDetails expected = new TrackDetails(
                Optional.of("Rain on Keys"),
                Optional.of("A quiet piece."),
                List.of("Lo-fi", "Ambient"),
                Optional.of(new CompositionPlan(
                        List.of("lo-fi", "piano"),
                        List.of("drums"),
                        List.of(
                                PlanSection.of("Intro", Duration.ofSeconds(10), List.of("rain"), List.of()),
                                new PlanSection(
                                        "Verse 1",
                                        Duration.ofSeconds(20),
                                        List.of(),
                                        List.of("choir"),
                                        List.of("Drops on the glass"),
                                        Optional.empty())))),
                List.of(
                        new TimedWord("Drops", Duration.ofMillis(10_200), Duration.ofMillis(10_650)),
                        new TimedWord("on", Duration.ofMillis(10_700), Duration.ofMillis(10_800))),
                Optional.empty(),
                Optional.empty());

        assertThat(read(SONG.body())).isEqualTo(new Composed(expected));
        assertThat(target()).hasBinaryContent(SOUND);
    }

    @Test
    void linesMayEndWithoutCarriageReturn() throws IOException {
        assertThat(title(read(SONG.withNewline("\n").body()))).contains("Rain on Keys");
        assertThat(target()).hasBinaryContent(SOUND);
    }

    @Test
    void keysMayBeInCamelCase() throws IOException {
        String details = """
                {"compositionPlan":{"positiveGlobalStyles":["pop"],"negativeGlobalStyles":[],"sections":[
                  {"sectionName":"Hook","durationMs":5000,"positiveLocalStyles":[],"negativeLocalStyles":[],"lines":[]}]},
                 "songMetadata":{"title":"Test"},"wordsTimestamps":[{"word":"Oh","startMs":1,"endMs":2}]}""";

        TrackDetails read = details(read(SONG.withDetails(details).body()));

        assertThat(read.title()).contains("Test");
        assertThat(read.plan().orElseThrow().sections())
                .containsExactly(PlanSection.of("Hook", Duration.ofSeconds(5), List.of(), List.of()));
        assertThat(read.words()).containsExactly(new TimedWord("Oh", Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    @Test
    void aPlanOfTheNewerModelsIsReadToo() throws IOException {
        String details = """
                {"composition_plan":{"chunks":[{"text":"[Verse]\\nFlow on","duration_ms":15000,"positive_styles":["folk"]}]},
                 "song_metadata":{"title":null,"description":null,"genres":[],"languages":[],"is_explicit":null},
                 "words_timestamps":null,"waveform_visual":[0,12,-7]}""";

        TrackDetails read = details(read(SONG.withDetails(details).body()));

        assertThat(read.title()).isEmpty();
        assertThat(read.description()).isEmpty();
        assertThat(read.words()).isEmpty();
        assertThat(read.plan())
                .contains(new CompositionPlan(
                        List.of("folk"),
                        List.of(),
                        List.of(PlanSection.of("Verse", Duration.ofSeconds(15), List.of(), List.of("Flow on")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "null",
                "[]",
                "7",
                "{}",
                "{\"composition_plan\":7,\"song_metadata\":[],\"words_timestamps\":{}}",
                "{\"composition_plan\":{\"sections\":[{}]},\"words_timestamps\":[{\"word\":\"x\"},null,7]}",
                "{\"composition_plan\":{\"chunks\":[{\"text\":\"x\",\"duration_ms\":\"long\"}]}}"
            })
    void detailsThatMakeNoSenseDoNotCostTheSong(String details) throws IOException {
        assertThat(read(SONG.withDetails(details).body())).isEqualTo(new Composed(TrackDetails.NONE));
        assertThat(target()).hasBinaryContent(SOUND);
    }

    @Test
    void detailsMayStandOnManyLines() throws IOException {
        assertThat(title(read(SONG.withDetails("{\n  \"song_metadata\": {\n    \"title\": \"Wide\"\n  }\n}")
                        .body())))
                .contains("Wide");
    }

    /** What a boundary looks like, short of the real one at the end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n--boundary123\r\n",
                "\r\n--boundary123--\r\nmore sound",
                "\n\n--\n",
                "\r\n\r",
                "--boundary123--"
            })
    void soundMayHoldLineEndsDashesAndEvenTheBoundary(String odd) throws IOException {
        byte[] sound = new Buffer()
                .write(SOUND)
                .writeUtf8(odd)
                .write(SOUND)
                .writeUtf8(odd.stripTrailing())
                .readByteArray();

        read(MultipartSong.of(sound).body());

        assertThat(target()).hasBinaryContent(sound);
    }

    @Test
    void soundThatEndsWithACarriageReturnKeepsItWhereLinesEndWithoutOne() throws IOException {
        byte[] sound = new Buffer().write(SOUND).writeUtf8("\r").readByteArray();

        read(MultipartSong.of(sound).withNewline("\n").body());
        assertThat(target()).hasBinaryContent(sound);

        read(MultipartSong.of(sound).body());
        assertThat(target()).hasBinaryContent(sound);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 900, 1023, 1024, 1025, 2048, 8192, 70_000})
    void soundOfAnySizeComesByteForByte(int size) throws IOException {
        byte[] sound = SampleAudio.mp3(size);

        for (String newline : List.of("\r\n", "\n")) {
            read(MultipartSong.of(sound).withNewline(newline).body());
            assertThat(target()).hasBinaryContent(sound);
        }
    }

    @Test
    void anAnswerThatEndsAnywhereBeforeItsBoundaryIsNotWhole() throws IOException {
        Buffer whole = SONG.body();
        long closing = SONG.unclosed().size();
        for (long end : new long[] {3, 10, 30, 60, 200, closing - 30_000, closing, closing + 4, closing + 16}) {
            Buffer part = new Buffer();
            whole.copyTo(part, 0, end);

            assertThatThrownBy(() -> read(part)).as("after " + end).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void detailsAreKnownByTheirFirstByteToo() throws IOException {
        Buffer body = new Buffer()
                .writeUtf8("--b\n\n{\"song_metadata\":{\"title\":\"Bare\"}}\n--b\n\n")
                .write(SOUND)
                .writeUtf8("\n--b--");

        assertThat(title(read(body))).contains("Bare");
        assertThat(target()).hasBinaryContent(SOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void aLineEndMayStandBeforeTheFirstBoundary(String newline) throws IOException {
        Buffer body = new Buffer().writeUtf8(newline);
        body.writeAll(SONG.withNewline(newline).body());

        assertThat(title(read(body))).contains("Rain on Keys");
        assertThat(target()).hasBinaryContent(SOUND);
    }

    @Test
    void soundAloneIsASongToo() throws IOException {
        assertThat(read(new Buffer().write(SOUND))).isEqualTo(new Composed(TrackDetails.NONE));
        assertThat(target()).hasBinaryContent(SOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>Sign in</body></html>", "{\"detail\":\"odd\"}", ""})
    void whatIsNoSoundFailsForGood(String body) throws IOException {
        assertThat(failure(read(new Buffer().writeUtf8(body)))).isInstanceOf(Internal.class);
    }

    @Test
    void aPartThatIsNoSoundFailsForGood() throws IOException {
        byte[] page = "<html>no sound at all</html>".getBytes(StandardCharsets.UTF_8);

        assertThat(failure(read(MultipartSong.of(page).body()))).isInstanceOf(Internal.class);
    }

    @Test
    void detailsWithoutSoundFailForGood() throws IOException {
        Buffer body = new Buffer().writeUtf8("--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b--\r\n");

        assertThat(failure(read(body))).isInstanceOf(Internal.class);
    }

    @Test
    void detailsOrHeadersThatDoNotEndAreGivenUp() {
        Buffer details = new Buffer().writeUtf8("--b\nContent-Type: application/json\n\n");
        Buffer headers = new Buffer().writeUtf8("--b\n");
        for (int i = 0; i < 200_000; i++) {
            details.writeUtf8("one more line of details\n");
            headers.writeUtf8("X-More: yes\n");
        }

        assertThatThrownBy(() -> read(details)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(headers)).isInstanceOf(IOException.class);
    }

    private Composition read(Buffer body) throws IOException {
        return SongAnswer.read(ResponseBody.create(body, MediaType.get("multipart/mixed"), body.size()), target());
    }

    private Path target() {
        return folder.resolve("song");
    }

    private static TrackDetails details(Composition composition) {
        return ((Composed) composition).details();
    }

    private static Optional<String> title(Composition composition) {
        return details(composition).title();
    }

    private static Object failure(Composition composition) {
        return ((NotComposed) composition).failure();
    }
}
