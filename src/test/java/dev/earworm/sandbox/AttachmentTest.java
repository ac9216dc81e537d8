package dev.earworm.sandbox;

import static dev.earworm.sandbox.RawBot.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.RawBot.Reply;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentTest extends SandboxFixture {
    private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TWO = "two, longer".getBytes(StandardCharsets.UTF_8);

    @Test
    void filesArePairedByIndexKeptOnDiskAndServed() throws Exception {
        Reply reply = bot.upload(
                "POST", messages(general), """
                {"attachments": [{"id": 1, "filename": "two.ogg", "description": "the second"}, {"id": 0}]}""", Map.of("files[0]=one.mp3", ONE, "files[1]=ignored.bin", TWO));

        assertThat(reply.status()).isEqualTo(200);
        SandboxMessage message = general.messages().getFirst();
        SandboxFile second = message.files().stream()
                .filter(file -> file.name().equals("two.ogg"))
                .findFirst()
                .orElseThrow();
        assertThat(message.files()).extracting(SandboxFile::name).containsExactlyInAnyOrder("one.mp3", "two.ogg");
        assertThat(second.description()).contains("the second");
        assertThat(second.contentType()).isEqualTo("audio/ogg");
        assertThat(second.size()).isEqualTo(TWO.length);
        HttpResponse<byte[]> served = bot.download(second.url());
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body()).isEqualTo(TWO);
        assertThat(served.headers().firstValue("Content-Type")).contains("audio/ogg");
        assertThat(bot.download(second.url().replace("two.ogg", "two.ogx")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anEditKeepsOnlyTheListedAttachments() throws Exception {
        Reply posted =
                bot.upload("POST", messages(general), "{}", Map.of("files[0]=one.mp3", ONE, "files[1]=two.mp3", TWO));
        String path = messages(general) + "/" + posted.id();
        String kept = posted.body().path("attachments").path(0).path("id").asText();

        bot.patch(path, "{\"content\": \"still both\"}");
        assertThat(general.messages().getFirst().files()).hasSize(2);

        bot.upload(
                "PATCH",
                path,
                "{\"attachments\": [{\"id\": \"%s\"}, {\"id\": 0}]}".formatted(kept),
                Map.of("files[0]=three.mp3", ONE, "files[7]=unlisted.mp3", TWO));
        assertThat(general.messages().getFirst().files())
                .extracting(SandboxFile::name)
                .containsExactly(
                        posted.body()
                                .path("attachments")
                                .path(0)
                                .path("filename")
                                .asText(),
                        "three.mp3");

        bot.patch(path, "{\"attachments\": []}");
        assertThat(general.messages().getFirst().files()).isEmpty();
        assertThat(bot.patch(path, "{\"content\": \"\"}").code()).isEqualTo(50006);
    }

    @Test
    void aFileAboveTheGuildsLimitIsTooLarge() throws Exception {
        home.setUploadLimit(ONE.length);

        Reply refused = bot.upload("POST", messages(general), "{}", Map.of("files[0]=two.mp3", TWO));
        Reply taken = bot.upload("POST", messages(general), "{}", Map.of("files[0]=one.mp3", ONE));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo(40005);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(general.messages()).hasSize(1);
    }

    @Test
    void theLimitGoesWithTheInteraction() throws Exception {
        bot.registerSong();
        home.setUploadLimit(ONE.length);
        SandboxInteraction run = alice.in(general).sends("song", Map.of());
        bot.answer(run, "{\"type\": 5}");

        Reply refused = bot.upload("PATCH", bot.hook(run) + "/messages/@original", "{}", Map.of("files[0]=a.mp3", TWO));

        assertThat(refused.code()).isEqualTo(40005);
        assertThat(run.response().isLoading()).isTrue();
    }

    @Test
    void whatAnInteractionSaysOfTheLimitMayBeWrong() throws Exception {
        bot.registerSong();
        home.setUploadLimit(ONE.length);
        home.claimUploadLimit(TWO.length);
        SandboxInteraction run = alice.in(general).sends("song", Map.of());
        assertThat(toldLimit(run)).isEqualTo(TWO.length);
        bot.answer(run, "{\"type\": 5}");
        assertThat(bot.upload("POST", bot.hook(run), "{}", Map.of("files[0]=a.mp3", TWO))
                        .code())
                .isEqualTo(40005);

        SandboxThread thread = alice.in(general).startsThread("rivers");
        general.claimUploadLimit(1).setUploadLimit(TWO.length);
        SandboxInteraction second = alice.in(thread).sends("song", Map.of());
        assertThat(toldLimit(second)).isEqualTo(1);
        bot.answer(second, "{\"type\": 5}");
        assertThat(bot.upload("POST", bot.hook(second), "{}", Map.of("files[0]=a.mp3", TWO))
                        .status())
                .isEqualTo(200);
        assertThat(bot.upload("POST", messages(thread), "{}", Map.of("files[0]=a.mp3", TWO))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMembersOwnLimitIsForAnswersAndNotForTheChannel() throws Exception {
        bot.registerSong();
        home.setUploadLimit(ONE.length);
        alice.paysForUploadsOf(TWO.length);
        SandboxInteraction run = alice.in(general).sends("song", Map.of());
        bot.answer(run, "{\"type\": 5}");

        assertThat(toldLimit(run)).isEqualTo(TWO.length);
        assertThat(bot.upload("POST", bot.hook(run), "{}", Map.of("files[0]=a.mp3", TWO))
                        .status())
                .isEqualTo(200);
        assertThat(bot.upload("POST", messages(general), "{}", Map.of("files[0]=a.mp3", TWO))
                        .code())
                .isEqualTo(40005);
        assertThat(alice.in(general).posts("mine", Attached.bytes("a.mp3", TWO)).files())
                .hasSize(1);
        assertThat(toldLimit(home.member("bob").in(general).sends("song", Map.of())))
                .isEqualTo(ONE.length);
    }

    @Test
    void namesLoseWhatDiscordDrops() {
        assertThat(FileStore.safeName("a calm river.mp3")).isEqualTo("a_calm_river.mp3");
        assertThat(FileStore.safeName("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileStore.safeName("été.mp3")).isEqualTo("t.mp3");
        assertThat(FileStore.safeName("音楽.mp3")).isEqualTo("unknown.mp3");
        assertThat(FileStore.safeName("")).isEqualTo("unknown");
    }

    @Test
    void uploadsGoWithTheSandboxUnlessTheirDirectoryWasGiven(@TempDir Path directory) throws Exception {
        Path kept;
        try (Sandbox given = Sandbox.start(SandboxConfig.standard().withFiles(directory))) {
            SandboxChannel channel = given.guild("Home").channel("general");
            channel.guild().orElseThrow().setUploadLimit(ONE.length);
            new RawBot(given).upload("POST", messages(channel), "{}", Map.of("files[0]=too-large.mp3", TWO));
            new RawBot(given).upload("POST", messages(channel), "{}", Map.of("files[0]=one.mp3", ONE));
            kept = channel.messages().getFirst().files().getFirst().path();
        }
        bot.upload("POST", messages(general), "{}", Map.of("files[0]=one.mp3", ONE));
        Path own = general.messages().getFirst().files().getFirst().path();
        sandbox.close();

        assertThat(kept).hasBinaryContent(ONE);
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(kept));
        assertThat(Files.exists(own)).isFalse();
        assertThat(Files.exists(own.getParent())).isFalse();
    }

    private static long toldLimit(SandboxInteraction interaction) {
        return interaction.json().path("attachment_size_limit").asLong();
    }
}
