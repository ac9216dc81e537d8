package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.delivery.Post.PostMenu.Entry;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.keys.GuildKey;
import dev.earworm.keys.KeyDesk;
import dev.earworm.keys.KeyDesk.Kept;
import dev.earworm.keys.KeyedProvider;
import dev.earworm.quota.GuildId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.utils.TimeFormat;

/** The panel of {@code /admin keys}, which says of a key at most how it ends. */
public final class KeyPosts {
    private KeyPosts() {}

    public static Post panel(KeyDesk desk, GuildId guild) {
        Map<String, Kept> keys = desk.of(guild).stream()
                .collect(Collectors.toMap(kept -> kept.key().provider(), Function.identity()));
        Post panel = desk.isOffered() ? open(desk, keys) : closed(keys);
        return keys.isEmpty() ? panel : panel.with(removal(keys));
    }

    /** What came of something, above the panel as it is now. */
    public static Post panel(KeyDesk desk, GuildId guild, String news) {
        Post panel = panel(desk, guild);
        return panel.saying(news + "\n\n" + panel.content());
    }

    private static Post open(KeyDesk desk, Map<String, Kept> keys) {
        Post panel = Post.of(say(
                "keys.panel",
                Arrays.stream(KeyedProvider.values())
                        .map(provider -> Optional.ofNullable(keys.get(provider.word()))
                                .map(kept -> line(provider, kept))
                                .orElseGet(() -> without(desk, provider)))
                        .collect(Collectors.joining("\n"))));
        for (KeyedProvider provider : KeyedProvider.values()) {
            panel = panel.with(new PostButton(
                    CustomId.ofGuild(Action.KEY_ENTER, provider.ordinal()),
                    say("keys.enter", provider.title()),
                    ButtonStyle.SECONDARY));
        }
        return panel;
    }

    private static Post closed(Map<String, Kept> keys) {
        String why = say("keys.panel-not-offered");
        String lines = Arrays.stream(KeyedProvider.values())
                .flatMap(provider ->
                        Optional.ofNullable(keys.get(provider.word())).stream().map(kept -> line(provider, kept)))
                .collect(Collectors.joining("\n"));
        return Post.of(keys.isEmpty() ? why : say("keys.panel-locked", why, lines));
    }

    private static List<KeyedProvider> providers(Map<String, Kept> keys) {
        return Arrays.stream(KeyedProvider.values())
                .filter(provider -> keys.containsKey(provider.word()))
                .toList();
    }

    private static String without(KeyDesk desk, KeyedProvider provider) {
        return desk.isOperators(provider)
                ? say("keys.line-operators", provider.title())
                : say("keys.line-none", provider.title());
    }

    private static String line(KeyedProvider provider, Kept kept) {
        String at = TimeFormat.DATE_LONG.format(kept.key().enteredAt());
        String by = by(kept.key());
        return switch (kept.condition()) {
            case LOCKED -> say("keys.line-locked", provider.title(), at, by);
            case READABLE ->
                kept.ending()
                        .map(ending -> say("keys.line", provider.title(), ending, at, by))
                        .orElseGet(() -> say("keys.line-short", provider.title(), at, by));
        };
    }

    private static String by(GuildKey key) {
        return key.enteredBy().value() == 0 ? say("keys.somebody") : MemberWords.mention(key.enteredBy());
    }

    private static PostMenu removal(Map<String, Kept> keys) {
        return new PostMenu(
                CustomId.of(Action.KEY_REMOVE),
                say("keys.remove"),
                providers(keys).stream()
                        .map(provider -> new Entry(provider.title(), provider.word()))
                        .toList());
    }

    /** Whether the key shall really go. */
    public static Post question(KeyDesk desk, KeyedProvider provider) {
        String removal = say("keys.ask", provider.title());
        String whole = desk.isOperators(provider) ? say("keys.ask-operators", removal) : say("keys.ask-none", removal);
        return Post.of(whole)
                .with(new PostButton(
                        CustomId.ofGuild(Action.KEY_REMOVE_NOW, provider.ordinal()),
                        say("keys.remove-now"),
                        ButtonStyle.DANGER))
                .with(new PostButton(CustomId.of(Action.KEY_KEEP), say("keys.keep"), ButtonStyle.SECONDARY));
    }
}
