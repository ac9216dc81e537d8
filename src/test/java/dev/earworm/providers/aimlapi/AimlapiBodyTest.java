package dev.earworm.providers.aimlapi;

import static dev.earworm.providers.aimlapi.Commissions.PLAN;
import static dev.earworm.providers.aimlapi.Commissions.commission;
import static dev.earworm.providers.aimlapi.Commissions.humming;
import static dev.earworm.providers.aimlapi.Commissions.in;
import static dev.earworm.providers.aimlapi.Commissions.instrumental;
import static dev.earworm.providers.aimlapi.Commissions.song;
import static dev.earworm.providers.aimlapi.Commissions.sung;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each model's request, exactly as its page documents it. */
class AimlapiBodyTest {
    private static final String LYRICS = "[Verse]\nLight rain on the roof";

    @Test
    void elevenMusicIsToldItsLengthAlways() {
        assertBody(song("elevenlabs/eleven_music", "a calm river"), """
                {"model":"elevenlabs/eleven_music","prompt":"a calm river","music_length_ms":60000}""");
    }

    @Test
    void elevenMusicReadsNoSingingAndLyricsInItsPrompt() {
        assertBody(instrumental("elevenlabs/eleven_music", "a calm river"), """
                {"model":"elevenlabs/eleven_music","music_length_ms":60000,
                 "prompt":"a calm river\\n\\nInstrumental only, no vocals."}""");
        assertBody(sung("elevenlabs/eleven_music", "a calm river", "la la"), """
                {"model":"elevenlabs/eleven_music","music_length_ms":60000,
                 "prompt":"a calm river\\n\\nLyrics:\\nla la"}""");
    }

    @Test
    void aPlanReachesElevenMusicAsWords() {
        assertBody(song("elevenlabs/eleven_music", "a calm river").withPlan(PLAN), """
                {"model":"elevenlabs/eleven_music","music_length_ms":10000,
                 "prompt":"a calm river\\nStyle: ambient.\\nAvoid: drums, shouting.\\nStructure:\\n\
                1. Intro (6 s): rain; instrumental.\\n2. Verse 1 (4 s).\\n\\nLyrics:\\n[Verse 1]\\nLight rain\\non the roof"}""");
    }

    @Test
    void lyriaGetsAPromptAndNothingElseUnlessThereIsMoreToSay() {
        assertBody(instrumental("google/lyria2", "a calm river"), """
                {"model":"google/lyria2","prompt":"a calm river"}""");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 42, 2_147_483_647})
    void lyriaTakesASeed(long seed) {
        assertBody(song("google/lyria2", "a calm river").withSeed(OptionalLong.of(seed)), """
                {"model":"google/lyria2","prompt":"a calm river","seed":%d}""".formatted(seed));
    }

    @Test
    void lyriaIsToldApartWhatToAvoid() {
        assertBody(song("google/lyria2", "a calm river").withPlan(PLAN), """
                {"model":"google/lyria2","negative_prompt":"drums, shouting",
                 "prompt":"a calm river\\nStyle: ambient.\\nStructure:\\n\
                1. Intro (6 s): rain; instrumental.\\n2. Verse 1 (4 s)."}""");
    }

    @Test
    void stableAudioBeginsAtTheBeginningAndIsAsLongAsWasAsked() {
        assertBody(song("stable-audio", "a calm river"), """
                {"model":"stable-audio","prompt":"a calm river","seconds_total":30}""");
        assertBody(song("stable-audio", "a calm river").withLength(Duration.ofSeconds(47)), """
                {"model":"stable-audio","prompt":"a calm river","seconds_total":47}""");
    }

    @Test
    void theLegacyMinimaxSingsTheLyricsAndHearsTheReference() {
        assertBody(humming(sung("minimax-music", "like Sunday", "Light rain\n\non the roof\n")), """
                {"model":"minimax-music","prompt":"##Light rain\\n\\non the roof##",
                 "reference_audio_url":"https://cdn.discordapp.com/attachments/1/2/hum.mp3?ex=1&is=2&hm=3"}""");
    }

    @Test
    void music01SingsTheLyricsInTheBestQuality() {
        assertBody(humming(sung("music-01", "like Sunday", "Light rain")), """
                {"model":"music-01","lyrics":"##Light rain##",
                 "audio_setting":{"sample_rate":44100,"bitrate":256000,"format":"mp3"}}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimax/music-1.5", "minimax/music-2.0"})
    void minimaxGetsPromptAndLyricsApart(String model) {
        assertBody(sung(model, "indie folk", LYRICS), """
                {"model":"%s","prompt":"indie folk","lyrics":"[Verse]\\nLight rain on the roof",
                 "audio_setting":{"audio_sample_rate":44100,"bitrate":256000,"format":"mp3"}}""".formatted(model));
    }

    @Test
    void aPlanReachesMinimaxAsPromptAndTaggedLyrics() {
        assertBody(song("minimax/music-2.0", "indie folk").withPlan(PLAN), """
                {"model":"minimax/music-2.0","lyrics":"[Verse 1]\\nLight rain\\non the roof",
                 "prompt":"indie folk\\nStyle: ambient.\\nAvoid: drums, shouting.\\nStructure:\\n\
                1. Intro (6 s): rain; instrumental.\\n2. Verse 1 (4 s).",
                 "audio_setting":{"audio_sample_rate":44100,"bitrate":256000,"format":"mp3"}}""");
    }

    @Test
    void minimax26SingsTheLyricsThatItIsGiven() {
        assertBody(sung("minimax/music-2.6", "indie folk", LYRICS), """
                {"model":"minimax/music-2.6","prompt":"indie folk","lyrics":"[Verse]\\nLight rain on the roof",
                 "is_instrumental":false,"lyrics_optimizer":false,
                 "audio_setting":{"audio_sample_rate":44100,"bitrate":256000,"format":"mp3"}}""");
    }

    @Test
    void minimax26WritesItsOwnLyricsOrDoesNotSing() {
        assertBody(song("minimax/music-2.6", "indie folk"), """
                {"model":"minimax/music-2.6","prompt":"indie folk",
                 "is_instrumental":false,"lyrics_optimizer":true,
                 "audio_setting":{"audio_sample_rate":44100,"bitrate":256000,"format":"mp3"}}""");
        assertBody(instrumental("minimax/music-2.6", "indie folk"), """
                {"model":"minimax/music-2.6","prompt":"indie folk",
                 "is_instrumental":true,"lyrics_optimizer":false,
                 "audio_setting":{"audio_sample_rate":44100,"bitrate":256000,"format":"mp3"}}""");
    }

    @Test
    void aCoverGetsItsReferenceAndOtherLyricsOnlyWhereThereAreSome() {
        assertBody(humming(song("minimax/music-cover", "as a slow waltz")), """
                {"model":"minimax/music-cover","prompt":"as a slow waltz",
                 "reference_audio_url":"https://cdn.discordapp.com/attachments/1/2/hum.mp3?ex=1&is=2&hm=3",
                 "audio_setting":{"sample_rate":44100,"bitrate":256000,"format":"mp3"}}""");
        assertBody(humming(sung("minimax/music-cover", "as a slow waltz", LYRICS)), """
                {"model":"minimax/music-cover","prompt":"as a slow waltz","lyrics":"[Verse]\\nLight rain on the roof",
                 "reference_audio_url":"https://cdn.discordapp.com/attachments/1/2/hum.mp3?ex=1&is=2&hm=3",
                 "audio_setting":{"sample_rate":44100,"bitrate":256000,"format":"mp3"}}""");
    }

    @ParameterizedTest
    @CsvSource({"MP3, mp3", "WAV, wav", "FLAC, wav", "OGG, wav"})
    void minimaxMakesWhatTheSongIsBestMadeOf(AudioFormat wanted, String made) {
        assertBody(in(wanted, sung("minimax/music-1.5", "indie folk", LYRICS)), """
                {"model":"minimax/music-1.5","prompt":"indie folk","lyrics":"[Verse]\\nLight rain on the roof",
                 "audio_setting":{"audio_sample_rate":44100,"bitrate":256000,"format":"%s"}}""".formatted(made));
    }

    @Test
    void aModelOfSomebodyElseHasNoBody() {
        SongRequest foreign = song("stable-audio", "x").withModel(new ModelId("aimlapi", "nobody/one"));

        assertThatIllegalArgumentException().isThrownBy(() -> AimlapiModels.body(commission(foreign)));
    }

    private static void assertBody(SongRequest song, String expected) {
        String written = AimlapiModels.body(commission(song)).toString();
        JsonMapper json = new JsonMapper();
        try {
            assertThat(json.readTree(written)).isEqualTo(json.readTree(expected));
        } catch (JsonProcessingException e) {
            throw new AssertionError(written, e);
        }
    }
}
