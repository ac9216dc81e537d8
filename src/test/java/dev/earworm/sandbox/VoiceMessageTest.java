package dev.earworm.sandbox;

import static dev.earworm.sandbox.RawBot.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.RawBot.Reply;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.utils.FileUpload;
import okhttp3.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Discord takes as a voice message, and what not. */
class VoiceMessageTest extends SandboxFixture {
    private static final Map<String, byte[]> OGG = Map.of("files[0]=voice.ogg", new byte[] {1, 2, 3});
    private static final String VOICE = """
            {"flags": 8192, "attachments": [{"id": 0, "duration_secs": 2.5, "waveform": "AP8="}]}""";

    @Test
    void aVoiceMessageHasItsSoundLengthAndWaveform() throws Exception {
        Reply posted = bot.upload("POST", messages(general), VOICE, OGG);

        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.body().path("flags").asInt()).isEqualTo(8192);
        assertThat(posted.body().at("/attachments/0/duration_secs").asDouble()).isEqualTo(2.5);
        assertThat(posted.body().at("/attachments/0/waveform").asText()).isEqualTo("AP8=");
        SandboxMessage message = general.messages().getFirst();
        assertThat(message.isVoiceMessage()).isTrue();
        assertThat(message.files().getFirst().bytes()).containsExactly(1, 2, 3);
        SandboxFile.Voice voice = message.voice().orElseThrow();
        assertThat(voice.duration()).isEqualTo(Duration.ofMillis(2500));
        assertThat(voice.points()).containsExactly(0, 255);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "content": "a"                                                           | 50159
            "embeds": [{"title": "a"}]                                               | 50159
            "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "a", "custom_id": "a"}]}] | 50159
            "sticker_ids": ["1"]                                                     | 50159
            "poll": {"question": {"text": "a"}}                                      | 50159
            "attachments": [{"id": 0}]                                               | 50161
            "attachments": [{"id": 0, "duration_secs": 2.5}]                         | 50161
            "attachments": [{"id": 0, "waveform": "AAAA"}]                           | 50161
            "attachments": [{"id": 0, "duration_secs": 2.5, "waveform": "not base64"}] | 50161
            "attachments": [{"id": 0, "duration_secs": "long", "waveform": "AAAA"}]  | 50161
            "content": "", "embeds": [], "components": [], "poll": null              | 0
            """)
    void onlySoundLengthAndWaveformAreTaken(String more, int code) throws Exception {
        String json = more.contains("attachments")
                ? "{\"flags\": 8192, %s}".formatted(more)
                : VOICE.replace("\"flags\": 8192,", "\"flags\": 8192, %s,".formatted(more));

        Reply reply = bot.upload("POST", messages(general), json, OGG);

        assertThat(reply.code()).as(reply.body().toString()).isEqualTo(code);
        assertThat(general.messages()).hasSize(code == 0 ? 1 : 0);
    }

    @Test
    void exactlyOneAudioFileIsTaken() throws Exception {
        Map<String, byte[]> text = Map.of("files[0]=voice.txt", new byte[] {1});
        Map<String, byte[]> two = Map.of("files[0]=one.ogg", new byte[] {1}, "files[1]=two.ogg", new byte[] {1});

        assertThat(bot.upload("POST", messages(general), VOICE, text).code()).isEqualTo(50160);
        assertThat(bot.upload("POST", messages(general), VOICE, two).code()).isEqualTo(50160);
        assertThat(bot.post(messages(general), "{\"flags\": 8192}").code()).isEqualTo(50160);
        assertThat(general.messages()).isEmpty();
    }

    @Test
    void aWaveformHasAtMost256Points() throws Exception {
        String voice = VOICE.replace("AP8=", Base64.getEncoder().encodeToString(new byte[257]));
        Reply refused = bot.upload("POST", messages(general), voice, OGG);
        Reply taken = bot.upload(
                "POST",
                messages(general),
                VOICE.replace("AP8=", Base64.getEncoder().encodeToString(new byte[256])),
                OGG);

        assertThat(refused.mistakeAt("attachments", "0", "waveform")).isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(taken.status()).isEqualTo(200);
    }

    @Test
    void aVoiceMessageCannotBeEdited() throws Exception {
        bot.registerSong();
        Reply posted = bot.upload("POST", messages(general), VOICE, OGG);
        SandboxInteraction run = alice.in(general).sends("song", Map.of());
        bot.answer(run, "{\"type\": 4, \"data\": {\"content\": \"here\"}}");
        Reply followUp = bot.upload("POST", bot.hook(run), VOICE, OGG);

        assertThat(bot.patch(messages(general) + "/" + posted.id(), "{\"content\": \"a\"}")
                        .code())
                .isEqualTo(50162);
        assertThat(followUp.status()).isEqualTo(200);
        assertThat(bot.patch(bot.hook(run) + "/messages/" + followUp.id(), "{\"content\": \"a\"}")
                        .code())
                .isEqualTo(50162);
        assertThat(run.followUps())
                .singleElement()
                .satisfies(message -> assertThat(message.isVoiceMessage()).isTrue());
    }

    @Test
    void itsOwnPermissionIsAskedForInsteadOfThatForFiles() throws Exception {
        general.deny(home.botRole(), Permission.ATTACH_FILES);
        assertThat(bot.upload("POST", messages(general), VOICE, OGG).status()).isEqualTo(200);

        general.deny(home.botRole(), Permission.SEND_VOICE_MESSAGES);
        Reply refused = bot.upload("POST", messages(general), VOICE, OGG);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo(50173);
    }

    @Test
    void afterADeferAVoiceMessageIsAnEditAndThereforeNone() throws Exception {
        bot.registerSong();
        SandboxInteraction run = alice.in(general).sends("song", Map.of());
        bot.answer(run, "{\"type\": 5, \"data\": {\"flags\": 8192}}");

        Reply reply = bot.upload("POST", bot.hook(run), VOICE, OGG);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(run.response().isVoiceMessage()).isFalse();
        assertThat(run.response().voice()).isEmpty();
        assertThat(run.followUps()).isEmpty();
    }

    @Test
    void aLibrarySendsThemToChannelsAndAsFollowUps() throws Exception {
        FileUpload[] voices = new FileUpload[2];
        for (int index = 0; index < 2; index++) {
            voices[index] = FileUpload.fromData(new byte[] {1, 2, 3}, "voice-message.ogg")
                    .asVoiceMessage(MediaType.get("audio/ogg"), new byte[] {5, 6}, Duration.ofSeconds(3));
        }
        try (JdaBot jda = JdaBot.logIn(sandbox, JdaBot.on(SlashCommandInteractionEvent.class, event -> {
            event.reply("here").complete();
            event.getHook().sendFiles(voices[0]).complete();
            event.getChannel().sendFiles(voices[1]).complete();
        }))) {
            jda.jda().updateCommands().addCommands(Commands.slash("song", "a")).complete();
            alice.in(general).runs("song");

            assertThat(sandbox.await(
                            Duration.ofSeconds(20), () -> general.messages().size() == 3))
                    .isTrue();
            assertThat(general.messages())
                    .extracting(SandboxMessage::isVoiceMessage)
                    .isEqualTo(List.of(false, true, true));
            assertThat(general.messages().getLast().voice().orElseThrow().points())
                    .containsExactly(5, 6);
            assertThat(jda.complaints()).isEmpty();
        }
    }
}
