package dev.earworm.usage;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.JobState;
import dev.earworm.music.Usd;
import dev.earworm.quota.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A guild's songs for a spreadsheet: comma-separated values (<a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>)
 * with a heading and a row a song. Times are UTC, lengths seconds, money US dollars with a point; what is not known is
 * empty. It begins with a byte order mark: without one, Excel does not take it for UTF-8.
 *
 * <p>A name may look like a formula, and a spreadsheet would run it: such a cell begins with an apostrophe, which
 * spreadsheets read as "text" (<a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP on CSV injection</a>).
 */
public final class UsageSheet implements Consumer<UsedSong> {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final String HEADING =
            "asked_at_utc,member_id,member_name,channel_id,model,seconds,state,estimated_usd,actual_usd";
    /** As spreadsheets know it for a time. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** In half and in full width. */
    private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*");

    private static final Pattern WANTS_QUOTES = Pattern.compile("(?s).*[,\"\\r\\n].*");

    private final Writer out;
    private final Map<UserId, String> names;

    /**
     * Begins a sheet.
     *
     * @param names of members, as far as they are known
     */
    public UsageSheet(Writer out, Map<UserId, String> names) {
        this.out = out;
        this.names = Map.copyOf(names);
        write(BYTE_ORDER_MARK + HEADING);
    }

    /** Adds a row. */
    @Override
    public void accept(UsedSong song) {
        write(Stream.of(
                        TIME.format(song.askedAt()),
                        song.member().map(UserId::toString).orElse(""),
                        song.member().map(this::name).orElse("(forgotten)"),
                        song.channel().map(ChannelId::toString).orElse(""),
                        song.model().toString(),
                        BigDecimal.valueOf(song.length().toMillis(), 3)
                                .stripTrailingZeros()
                                .toPlainString(),
                        state(song.state()),
                        money(song.estimated()),
                        money(song.actual()))
                .map(UsageSheet::cell)
                .collect(Collectors.joining(",")));
    }

    private String name(UserId member) {
        return names.getOrDefault(member, "");
    }

    private static String state(JobState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String money(Optional<Usd> amount) {
        return amount.map(Usd::dollars).map(BigDecimal::toPlainString).orElse("");
    }

    private static String cell(String words) {
        String harmless = FORMULA.matcher(words).matches() ? "'" + words : words;
        return WANTS_QUOTES.matcher(harmless).matches() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private void write(String line) {
        try {
            out.write(line + LINE_END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
