package dev.earworm.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Discord's Markdown on the page: what is typed, and what is read. */
@PageTest
class MarkdownTest {
    /** A ⏎ is a new line. */
    private static final String TABLE = """
            plain words                          => plain words
            one⏎two                              => one⏎two
            **bold** and *italic* and _italic_   => <strong>bold</strong> and <em>italic</em> and <em>italic</em>
            ***both***                           => <strong><em>both</em></strong>
            __under__ ~~through~~                => <u>under</u> <s>through</s>
            **bold with *italic* in it**         => <strong>bold with <em>italic</em> in it</strong>
            snake_case_name and 2 * 3 * 4        => snake_case_name and 2 * 3 * 4
            **never closed                       => **never closed
            \\*not italic\\*                     => *not italic*
            `code **not bold**`                  => <code>code **not bold**</code>
            ``a ` b``                            => <code>a ` b</code>
            ```js⏎let a = 1;⏎```                 => <pre><code data-language="js">let a = 1;</code></pre>
            ```only code```                      => <pre><code data-language="">only code</code></pre>
            # Title                              => <h3 class="heading-1">Title</h3>
            ### Small title                      => <h5 class="heading-3">Small title</h5>
            #no title                            => #no title
            -# small print                       => <small class="subtext">small print</small>
            > quoted⏎> twice⏎not                 => <blockquote><p>quoted⏎twice</p></blockquote><p>not</p>
            >>> all⏎of it                        => <blockquote><p>all⏎of it</p></blockquote>
            >not quoted                          => &gt;not quoted
            - one⏎- two                          => <ul><li>one</li><li>two</li></ul>
            - one⏎  - below                      => <ul><li>one<ul><li>below</li></ul></li></ul>
            3. three⏎4. four                     => <ol start="3"><li>three</li><li>four</li></ol>
            ||secret||                           => <span class="spoiler"><span class="covered">secret</span></span>
            <@1> <@!2> <@99>                     => <span class="mention self">@alice</span> <span class="mention">@bob</span> <span class="mention">@unknown-user</span>
            <@&3>                                => <span class="mention">@DJ</span>
            <#4>                                 => <button class="mention">#general</button>
            </admin quota set:5>                 => <button class="mention">/admin quota set</button>
            @everyone                            => <span class="mention self">@everyone</span>
            <:note:123456789012345678>           => <span class="emoji">:note:</span>
            <t:0:R> or <t:x>                     => <span class="stamp"><time>{years ago}</time></span> or &lt;t:x&gt;
            https://example.com/a_b_c.           => <a href="https://example.com/a_b_c">https://example.com/a_b_c</a>.
            (see https://example.com/x(y))       => (see <a href="https://example.com/x(y)">https://example.com/x(y)</a>)
            <https://example.com>                => <a href="https://example.com">https://example.com</a>
            [words](https://example.com)         => <a href="https://example.com">words</a>
            [**bold**](https://example.com)      => <a href="https://example.com"><strong>bold</strong></a>
            [no](javascript:alert(1))            => [no](javascript:alert(1))
            <b>no</b> & <script>                 => &lt;b&gt;no&lt;/b&gt; &amp; &lt;script&gt;
            """;

    @Test
    void everyMarkBecomesWhatDiscordMakesOfIt(Visitor visitor) {
        List<String[]> rows =
                TABLE.lines().map(line -> line.split("\\s+=> ", 2)).toList();
        List<String> texts = rows.stream().map(row -> lines(row[0])).toList();

        assertThat(drawn(visitor, texts))
                .containsExactlyElementsOf(
                        rows.stream().map(row -> lines(row[1])).toList());
    }

    @Test
    void aHostileMessageCostsNoMoreTimeThanAShortOne(Visitor visitor) {
        List<String> marks = List.of("*", "||", "> ", "[", "**_", "`", "- ", "<@", "https://", "\\");

        assertThat(drawn(visitor, marks.stream().map(mark -> mark.repeat(4000)).toList()))
                .hasSameSizeAs(marks);
    }

    private static String lines(String text) {
        return text.replace("⏎", "\n");
    }

    private static List<String> drawn(Visitor visitor, List<String> texts) {
        List<?> drawn = (List<?>) visitor.awaits("markdown.js", texts);
        return drawn.stream()
                .map(html -> ((String) html).replaceAll("\\d+ years ago", "{years ago}"))
                .toList();
    }
}
