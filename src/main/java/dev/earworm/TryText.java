package dev.earworm;

import dev.earworm.sandbox.SandboxEmbed;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Discord message as plain text: Discord's own marks become what a person sees in their place. */
final class TryText {
    private static final Pattern TIME = Pattern.compile("<t:(\\d+)(?::(\\w))?>");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\p{Punct}])");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private TryText() {}

    static String of(SandboxMessage message, Instant now) {
        String embeds = message.embeds().stream().map(TryText::of).collect(Collectors.joining("\n"));
        String files = message.files().stream().map(TryText::of).collect(Collectors.joining("\n"));
        String buttons = message.buttons().stream()
                .map(button -> "( " + button.label() + " )")
                .collect(Collectors.joining(" "));
        String text = Stream.of(message.content(), embeds, files, buttons)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        String named = text.replace(
                        "<@" + message.interaction().map(i -> i.user().id()).orElse(0L) + ">", "@you")
                .replaceAll("<@\\d+>", "@alice");
        String timed = TIME.matcher(named).replaceAll(match -> time(match, now));
        return ESCAPE.matcher(timed).replaceAll("$1").replace("**", "");
    }

    private static String of(SandboxEmbed embed) {
        Stream<String> fields = embed.fields().stream().map(field -> field.name() + ": " + field.value());
        return Stream.concat(
                        Stream.of(embed.title(), embed.description()), Stream.concat(fields, Stream.of(embed.footer())))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String of(SandboxFile file) {
        return "[%s, %d kB]".formatted(file.name(), file.size() / 1000);
    }

    private static String time(MatchResult match, Instant now) {
        Instant instant = Instant.ofEpochSecond(Long.parseLong(match.group(1)));
        if (!"R".equals(match.group(2))) {
            return CLOCK.format(instant);
        }
        long seconds = Duration.between(now, instant).toSeconds();
        return seconds >= 0 ? "in " + amount(seconds) : amount(-seconds) + " ago";
    }

    private static String amount(long seconds) {
        if (seconds < 90) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return seconds < 5400 ? seconds / 60 + " minutes" : seconds / 3600 + " hours";
    }
}
