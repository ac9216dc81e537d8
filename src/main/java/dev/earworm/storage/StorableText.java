package dev.earworm.storage;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Texts as every database takes them: PostgreSQL refuses U+0000, and halves of surrogate pairs are no UTF-8 anywhere. Both
 * become U+FFFD, as in any text that was damaged on its way.
 */
final class StorableText extends AbstractArgumentFactory<String> {
    StorableText() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        String storable = of(value);
        return (position, statement, _) -> statement.setString(position, storable);
    }

    static String of(String text) {
        String whole = StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text : mended(text);
        return whole.replace('\0', '\uFFFD');
    }

    private static String mended(String text) {
        return text.codePoints()
                .map(point -> Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
