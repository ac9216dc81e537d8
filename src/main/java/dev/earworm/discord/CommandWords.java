package dev.earworm.discord;

import dev.earworm.discord.words.Language;
import dev.earworm.discord.words.Messages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationFunction;

/**
 * What commands and their options are called in languages other than English, which is in the commands themselves. JDA
 * asks for each name and description by a key such as {@code song.options.prompt.description}; in {@code messages/} it
 * stands after {@code command.}.
 */
final class CommandWords implements LocalizationFunction {
    @Override
    public Map<DiscordLocale, String> apply(String key) {
        Map<DiscordLocale, String> words = new EnumMap<>(DiscordLocale.class);
        Arrays.stream(Language.values())
                .filter(language -> language != Language.ENGLISH)
                .forEach(language -> Messages.find(language, "command." + key)
                        .ifPresent(word -> language.regions().forEach(region -> words.put(region, word))));
        return words;
    }
}
