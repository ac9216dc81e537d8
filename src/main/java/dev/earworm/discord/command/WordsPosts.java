package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.settings.TypedWords;
import dev.earworm.settings.WordFault;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;

/** The panel of {@code /admin words}, and what is said of a list that cannot be taken. */
public final class WordsPosts {
    /** The part of a button's id whose form shall hold what was typed last. */
    public static final int AS_TYPED = 1;

    private static final int ENTRY_SHOWN = 60;
    private static final int CHARACTERS_SHOWN = 1_200;
    private static final int MISTAKES_SHOWN = 5;

    private WordsPosts() {}

    /** What is refused, and a button that opens the list. */
    public static Post of(List<String> refused) {
        String content = refused.isEmpty() ? say("words.none") : say("words.panel", refused.size(), shown(refused));
        return Post.of(content).with(button(CustomId.of(Action.WORDS), say("words.edit")));
    }

    /** Nothing was changed, and the button opens what was typed. */
    public static Post mistaken(TypedWords.Mistaken list) {
        String lines = list.mistakes().stream()
                .limit(MISTAKES_SHOWN)
                .map(mistake -> say(
                        "words.mistake",
                        mistake.line(),
                        MemberWords.shown(mistake.typed(), ENTRY_SHOWN),
                        why(mistake.fault())))
                .collect(Collectors.joining("\n"));
        return Post.of(say("words.mistaken", lines))
                .with(button(CustomId.ofGuild(Action.WORDS, AS_TYPED), say("compose.again")));
    }

    private static PostButton button(CustomId id, String label) {
        return new PostButton(id, label, ButtonStyle.PRIMARY);
    }

    /** As many as there is room for; the form has them all. */
    private static String shown(List<String> refused) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < refused.size(); i++) {
            String line = MemberWords.shown(refused.get(i), ENTRY_SHOWN);
            if (lines.length() + line.length() > CHARACTERS_SHOWN) {
                return lines.append(say("words.more", refused.size() - i)).toString();
            }
            lines.append(line).append('\n');
        }
        return lines.toString().stripTrailing();
    }

    private static String why(WordFault fault) {
        return switch (fault) {
            case TOO_LONG -> say("words.too-long");
            case TOO_MANY -> say("words.too-many");
            case NO_WORD -> say("words.no-word");
            case TOO_LARGE -> say("words.too-large");
            case FINDS_NOTHING -> say("words.finds-nothing");
            case OPEN_PARENTHESIS -> say("words.open-parenthesis");
            case OPEN_BRACKET -> say("words.open-bracket");
            case NOTHING_REPEATED -> say("words.nothing-repeated");
            case REPEATED_TOO_OFTEN -> say("words.repeated-too-often");
            case RANGE -> say("words.range");
            case ESCAPE -> say("words.escape");
            case NOT_IN_RE2 -> say("words.not-in-re2");
            case NO_PATTERN -> say("words.no-pattern");
        };
    }
}
