package dev.earworm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What Prometheus gets when it asks the running program. */
record Scrape(String contentType, String text) {
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");

    static Scrape of(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            return new Scrape(answer.headers().firstValue("Content-Type").orElse(""), answer.body());
        }
    }

    /** The names of figures, those of a histogram without their endings. */
    Set<String> families() {
        Set<String> names = new TreeSet<>();
        FAMILY.matcher(text).results().forEach(family -> names.add(family.group(1)));
        return names;
    }

    /** Every name that a query may use. */
    Set<String> series() {
        Set<String> names = new TreeSet<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> names.add(line.split("[{ ]", 2)[0]));
        return names;
    }

    /**
     * The value of one line.
     *
     * @param line as {@code earworm_songs_queued{provider="staged"}}
     */
    double value(String line) {
        return text.lines()
                .filter(candidate -> candidate.startsWith(line + " "))
                .map(found -> Double.parseDouble(found.substring(line.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + line + " in\n" + text));
    }
}
