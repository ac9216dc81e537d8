package dev.earworm.ops;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.earworm.jobs.SongLog;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Writes log events as text or JSON, without secrets and without what songs are about; every line of the log goes through it. */
final class LogEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};

    private final LogFormatConfig format;
    private final LogRedaction redaction;

    /** Until the configuration is read: text, and what looks like a secret is blanked. */
    LogEncoder() {
        this(LogFormatConfig.TEXT, List.of());
    }

    LogEncoder(LogFormatConfig format, Collection<String> secrets) {
        this.format = format;
        this.redaction = new LogRedaction(secrets);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        // Encoded on the thread that logs, which knows the song.
        List<String> words = SongLog.words();
        String line = LogLayout.write(format, event, text -> LogRedaction.withoutWords(text, words));
        return redaction.blanked(line).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
