package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files that were made to cost much: memory, time, disk, or a look at what is none of their business. */
class SoundBombTest {
    private static Sounds sounds;

    @TempDir
    private Path directory;

    private AudioProbe probe;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        sounds = new Sounds();
    }

    @BeforeEach
    void makeProbe() {
        probe = new AudioProbe(sounds.ffmpeg());
    }

    /** ffmpeg would make room for each claimed packet: 24 bytes for nothing, half a gigabyte of twenty million. */
    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 20_000_000, Integer.MAX_VALUE})
    void anIndexOfMorePacketsThanASongHasIsNotBuilt(int packets) throws Exception {
        byte[] small = Mp4.claiming(1, packets, 1024, 44_100);

        assertThat(small).hasSizeLessThan(5_000);
        assertThat(probe.probe(file(small))).isInstanceOf(NotAudio.class);
    }

    @Test
    void anIndexOfAsManyAsALongSongHasIs() throws Exception {
        assertThat(probe.probe(file(Mp4.claiming(1, 100_000, 1024, 44_100)))).isInstanceOf(ProbeResult.Probed.class);
    }

    @Test
    void moreStreamsThanASongAndItsPicturesAreNotOpened() throws Exception {
        assertThat(probe.probe(file(Mp4.claiming(8, 1000, 1024, 44_100)))).isInstanceOf(ProbeResult.Probed.class);
        assertThat(probe.probe(file(Mp4.claiming(9, 1000, 1024, 44_100)))).isInstanceOf(NotAudio.class);
    }

    @Test
    void aPictureThatSwellsIsNotUnpacked() throws Exception {
        List<String> huge = List.of("-f", "lavfi", "-i", "color=size=8000x8000", "-frames:v", "1", "-f", "null", "-");

        Ffmpeg.Output output = sounds.ffmpeg().ffmpeg(Duration.ofMinutes(1), "", huge);

        assertThat(output.complaint()).contains("Cannot allocate memory");
    }

    @Test
    void aLengthOfACenturyIsNoSong() throws Exception {
        Path century = file(Mp4.claiming(1, 8, 0xf0000000, 1));

        assertThat(info(century).duration()).isGreaterThan(Duration.ofDays(365 * 100));
        assertThat(prepare(century))
                .isInstanceOfSatisfying(
                        NotAudio.class, not -> assertThat(not.reason()).startsWith("is longer than any song: "));
    }

    @Test
    void hoursOfSilenceInASmallFileAreNotWrittenAnew() throws Exception {
        Path silence = sounds.generate(directory.resolve("silence.flac"), "anullsrc=r=8000:cl=mono:d=3610");

        assertThat(Files.size(silence)).isLessThan(1_000_000);
        assertThat(prepare(silence)).isEqualTo(new NotAudio("is longer than any song: 3610 seconds"));
        assertThat(directory.resolve("song.mp3")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "1,          1,     one sample a second is read one by one",
        "3999,       1,     telephones have more",
        "192001,     2,     studios have less",
        "2000000000, 2,     nothing has that",
        "44100,      9,     more ears than anyone",
        "44100,      1000,  a choir of channels",
        "44100,      65535, what two bytes can say",
        "0,          2,     nothing at all",
        "44100,      0,     nobody sings",
    })
    void soundThatNoMusicIsRecordedInIsNotReadToItsEnd(int sampleRate, int channels, String why) throws Exception {
        int frame = Short.BYTES * Math.max(1, channels);
        int bytes = frame * (400_000 / frame);

        assertThat(probe.probe(file(wav(sampleRate, channels, bytes, bytes))))
                .as(why)
                .isInstanceOf(NotAudio.class);
    }

    @ParameterizedTest
    @CsvSource({"4000, 1", "192000, 2", "48000, 8"})
    void whatMusicIsRecordedInIs(int sampleRate, int channels) throws Exception {
        assertThat(probe.probe(file(wav(sampleRate, channels, 1 << 20, 1 << 20))))
                .isInstanceOf(ProbeResult.Probed.class);
    }

    @Test
    void aWavThatClaimsFourGigabytesIsAsLongAsWhatIsThere() throws Exception {
        Path lying = file(wav(44_100, 2, 0xffffffff, 4 * 44_100));

        assertThat(info(lying).duration()).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(50));
    }

    /** What holds each kind of sound, said to be something else: the content decides. */
    @ParameterizedTest
    @CsvSource({"song.mp3, flac", "song.flac, ogg", "song.opus, wav", "song.wav, m4a", "song.m4a, mp3"})
    void aKindThatANameLiesAboutIsSeen(String made, String ending) throws Exception {
        Path song = sounds.music(directory.resolve(made), 2);
        Path renamed = Files.move(song, directory.resolve("named." + ending));

        assertThat(info(renamed).duration()).isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(100));
    }

    /** The header of one kind and the content of another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fLaC\0\0\0\42",
                "OggS\0\2",
                "RIFF\377\377\377\377WAVEfmt ",
                "ID3\4\0\0\177\177\177\177",
                "\0\0\0\40ftypM4A "
            })
    void aHeaderWithNothingBehindItIsNoSound(String header) throws Exception {
        byte[] lying = new byte[100_000];
        byte[] head = header.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, lying, 0, head.length);

        assertThat(probe.probe(file(lying))).isInstanceOf(NotAudio.class);
    }

    @Test
    void noPlaylistLeadsAnywhere() throws Exception {
        Path secret = sounds.music(directory.resolve("secret.mp3"), 2);
        try (MockWebServer server = new MockWebServer()) {
            server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
            for (String target : List.of(
                    secret.getFileName().toString(),
                    UntrustedInput.url(secret),
                    server.url("/secret.mp3").toString(),
                    "tcp://127.0.0.1:" + server.getPort(),
                    "concat:" + secret,
                    "subfile,,start,0,end,1000,,:" + secret,
                    "data:audio/mpeg;base64,SUQz")) {
                for (String playlist : playlists(target)) {
                    assertThat(probe.probe(file(playlist.getBytes(StandardCharsets.UTF_8))))
                            .as(playlist)
                            .isInstanceOf(NotAudio.class);
                }
            }
            assertThat(server.getRequestCount()).isZero();
        }
    }

    private static List<String> playlists(String target) {
        return List.of(
                "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n" + target + "\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile '" + target + "'\n",
                "[playlist]\nFile1=" + target + "\nNumberOfEntries=1\n",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 14\na=" + target + "\n",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><BaseURL>" + target
                        + "</BaseURL></MPD>");
    }

    @Test
    void theNetworkIsOutOfReachForWhateverIsOpened() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
            List<String> arguments = UntrustedInput.arguments(directory.resolve("song"));
            List<String> elsewhere = arguments.stream()
                    .map(argument -> argument.startsWith("file:")
                            ? server.url("/song.mp3").toString()
                            : argument)
                    .toList();

            Ffmpeg.Output output = sounds.ffmpeg().ffprobe(Duration.ofMinutes(1), elsewhere);

            assertThat(output.complaint()).contains("Protocol 'http' not on whitelist 'file'!");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    private AudioInfo info(Path file) throws IOException, InterruptedException {
        return assertThat(probe.probe(file))
                .asInstanceOf(InstanceOfAssertFactories.type(ProbeResult.Probed.class))
                .actual()
                .info();
    }

    private Preparation prepare(Path raw) throws IOException, InterruptedException {
        return new AudioPreparer(sounds.ffmpeg())
                .prepare(
                        raw,
                        new AudioRequest(
                                AudioKind.MP3,
                                100 << 20,
                                Tags.titled("song"),
                                Optional.empty(),
                                directory,
                                Slug.of("song")));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("download"), content);
    }

    /** @param claimed bytes of sound, as the header has it */
    private static byte[] wav(int sampleRate, int channels, int claimed, int there) {
        return ByteBuffer.allocate(44 + there)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(claimed)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(sampleRate)
                .putInt(sampleRate * channels * Short.BYTES)
                .putShort((short) (channels * Short.BYTES))
                .putShort((short) Short.SIZE)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(claimed)
                .array();
    }
}
