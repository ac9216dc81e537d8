package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.Account;
import dev.earworm.settings.RefusedWords;
import dev.earworm.settings.RefusedWords.Verdict;
import java.util.Optional;

/** Asks whether a guild's admins let a member's words pass, and says it if they do not. */
public final class WordCheck {
    private static final int WORD_SHOWN = 40;

    private final RefusedWords words;

    public WordCheck(RefusedWords words) {
        this.words = words;
    }

    /** Why nothing can be made of these words, in a sentence; empty when they pass. */
    Optional<String> obstacle(Account account, SongRequest request) {
        return sentence(words.judge(account.guild(), request));
    }

    /** The same of a title. */
    Optional<String> obstacle(Account account, String text) {
        return sentence(words.judge(account.guild(), text));
    }

    /** The word is covered: where everyone reads the answer, it shall not stand there once more. */
    private static Optional<String> sentence(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> Optional.empty();
            case Verdict.Refused(String word) ->
                Optional.of(say("words.refused", MemberWords.shown(Prompts.line(word), WORD_SHOWN)));
            case Verdict.TooLong(int limit) -> Optional.of(say("words.text-too-long", limit));
        };
    }
}
