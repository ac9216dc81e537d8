package dev.earworm.discord.command;

import dev.earworm.discord.delivery.Post;
import dev.earworm.jobs.MessageId;
import java.util.function.Consumer;

/**
 * What a command or a button answers.
 *
 * @param onceSent told of the message when it is there
 */
public record Reply(Post post, Consumer<MessageId> onceSent) {
    public static Reply of(String content) {
        return of(Post.of(content));
    }

    public static Reply of(Post post) {
        return new Reply(post, _ -> {});
    }
}
