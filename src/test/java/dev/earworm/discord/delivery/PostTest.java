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

    @Test
    void aPictureComesWithItsWordsAndAnEditShowsItInsteadOfAllFilesBefore() {
        Post post = Post.of("look").with(picture(1));

        DataObject file = post.toEdit().toData().getArray("attachments").getObject(0);
        assertThat(file.getString("description")).isEqualTo("a dot");
        assertThat(post.toCreate().getFiles())
                .singleElement()
                .satisfies(upload -> assertThat(upload.getName()).isEqualTo("dot.png"));
    }

    @Test
    void anEditWithoutAPictureLeavesTheFilesOfTheMessageWhereTheyAre() {
        assertThat(Post.of("done").toEdit().toData().hasKey("attachments")).isFalse();
    }

    @Test
    void postsAreEqualWhenTheirPicturesLookTheSame() {
        assertThat(Post.of("look").with(picture(1)))
                .isEqualTo(Post.of("look").with(picture(1)))
                .hasSameHashCodeAs(Post.of("look").with(picture(1)))
                .isNotEqualTo(Post.of("look").with(picture(2)))
                .isNotEqualTo(Post.of("look"));
    }

    private static Post.PostPicture picture(int content) {
        return new Post.PostPicture("dot.png", new byte[] {(byte) content}, "a dot");
    }

    private static String mentions(DataObject message) {
        DataObject mentions = message.getObject("allowed_mentions");
        return new String(mentions.toJson(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
