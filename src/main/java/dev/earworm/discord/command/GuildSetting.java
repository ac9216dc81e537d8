package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post.PostMenu.Entry;
import dev.earworm.discord.words.Language;
import dev.earworm.settings.GuildSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that the admins of a guild can set, in the order of the panel: what it is like now in plain words, the
 * answers to choose from, and what each does. The order is part of what panels in old messages hold, so new ones come
 * last.
 */
public enum GuildSetting {
    /** In which language everyone is spoken to. */
    LANGUAGE {
        @Override
        public String now(GuildSettings settings, Language ofGuild) {
            return settings.language()
                    .map(chosen -> say("admin.language", Language.of(chosen).ownName()))
                    .orElseGet(() -> say("admin.language-of-server", ofGuild.ownName()));
        }

        @Override
        List<Entry> answers(Language ofGuild) {
            List<Entry> answers = new ArrayList<>();
            answers.add(new Entry(say("admin.choose-language-of-server", ofGuild.ownName()), UNSET));
            for (Language language : Language.values()) {
                answers.add(new Entry(language.ownName(), tag(language.locale())));
            }
            return answers;
        }

        @Override
        String answer(GuildSettings settings) {
            return settings.language().map(GuildSetting::tag).orElse(UNSET);
        }

        @Override
        public boolean takes(String answer) {
            return answer.equals(UNSET)
                    || Arrays.stream(Language.values())
                            .anyMatch(language -> tag(language.locale()).equals(answer));
        }

        @Override
        public GuildSettings set(GuildSettings before, String answer) {
            return before.withLanguage(
                    answer.equals(UNSET) ? Optional.empty() : Optional.of(Locale.forLanguageTag(answer)));
        }
    },
    /** Whether songs come as voice messages, too. */
    VOICE_COPIES {
        @Override
        public String now(GuildSettings settings, Language ofGuild) {
            return settings.voiceCopies() ? say("admin.voice-copies") : say("admin.no-voice-copies");
        }

        @Override
        List<Entry> answers(Language ofGuild) {
            return List.of(
                    new Entry(say("admin.choose-no-voice-copies"), OFF),
                    new Entry(say("admin.choose-voice-copies"), ON));
        }

        @Override
        String answer(GuildSettings settings) {
            return settings.voiceCopies() ? ON : OFF;
        }

        @Override
        public boolean takes(String answer) {
            return answer.equals(ON) || answer.equals(OFF);
        }

        @Override
        public GuildSettings set(GuildSettings before, String answer) {
            return before.withVoiceCopies(answer.equals(ON));
        }
    };

    private static final String UNSET = "unset";
    private static final String ON = "on";
    private static final String OFF = "off";

    /** The one whose menu has this id; what the id says may be forged. */
    public static Optional<GuildSetting> of(CustomId id) {
        return Arrays.stream(values())
                .filter(setting -> setting.menu().equals(id))
                .findFirst();
    }

    CustomId menu() {
        return CustomId.ofGuild(Action.SETTING, ordinal());
    }

    /** How it is set, in a sentence. */
    public abstract String now(GuildSettings settings, Language ofGuild);

    /** At most 25. */
    abstract List<Entry> answers(Language ofGuild);

    /** The value of the answer that holds now. */
    abstract String answer(GuildSettings settings);

    public abstract boolean takes(String answer);

    /** @param answer one that it {@link #takes} */
    public abstract GuildSettings set(GuildSettings before, String answer);

    private static String tag(Locale locale) {
        return locale.toLanguageTag();
    }
}
