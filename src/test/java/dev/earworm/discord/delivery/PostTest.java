package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.quota.UserId;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

class PostTest {
    @Test
    void aPostPingsNobodyUnlessItIsToldWhomAndAnEditNobodyAtAll() {
        Post post = Post.of("@everyone <@1>");

        assertThat(mentions(post.toCreate().toData())).isEqualTo("{\"parse\":[],\"replied_user\":true}");
        assertThat(mentions(post.pinging(new UserId(1)).toCreate().toData()))
                .isEqualTo("{\"parse\":[],\"replied_user\":true,\"users\":[\"1\"]}");
        assertThat(mentions(post.pinging(new UserId(1)).toEdit().toData()))
                .isEqualTo("{\"parse\":[],\"replied_user\":true}");
    }

    @Test
    void anEditTakesAwayTheButtonsThatThePostHasNot() {
        assertThat(Post.of("done").toEdit().toData().getArray("components").isEmpty())
                .isTrue();
    }

    private static String mentions(DataObject message) {
        DataObject mentions = message.getObject("allowed_mentions");
        return new String(mentions.toJson(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
