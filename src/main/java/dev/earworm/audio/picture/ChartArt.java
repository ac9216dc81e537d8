package dev.earworm.audio.picture;

import dev.earworm.audio.picture.Sheet.Box;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bars side by side, in one panel or in two above each other, as a picture with its own ground, so that it reads alike on
 * light and dark pages. Each bar has a solid part, and on top of it perhaps a striped one: nothing is told by its colour
 * alone.
 *
 * <p>Names are not written in it: they may be in any script, and wherever the program runs there may be no font. Below the
 * bars stand numbers, and whoever shows the picture says beside it what they mean. Where a number has no room it is left
 * out.
 */
public final class ChartArt {
    public static final int WIDTH = 1200;
    public static final int HEIGHT = 720;

    private static final double MARGIN = 30;
    /** What is written keeps its size on a telephone, where a picture is about 350 points wide. */
    private static final double LETTERS = 36;

    private static final double SMALL_LETTERS = 28;
    private static final double SPACE = 14;
    private static final double RIGHT = WIDTH - MARGIN;
    private static final double PLOT_BOTTOM = HEIGHT - MARGIN - LETTERS - SPACE;
    private static final double BETWEEN_PANELS = 40;
    private static final double WIDEST_BAR = 96;
    private static final double BAR_PART = 0.7;
    private static final double LOWEST_BAR = 4;
    /** So that one sees that they are striped. */
    private static final double LOWEST_STRIPES = 16;

    private static final double MOST_EXTRA = 0.4;
    private static final double STRIPE = 6;
    private static final double GAP = 3;
    private static final double LINE = 2;

    private final List<String> labels;
    private final List<Panel> panels;
    private final char point;
    private final double left;
    private final double pitch;

    /** What bars stand for. */
    public enum Unit {
        SONGS("♪", 0),
        /** In millionths. */
        DOLLARS("$", 6);

        private final String sign;
        private final int digits;

        Unit(String sign, int digits) {
            this.sign = sign;
            this.digits = digits;
        }

        int digits() {
            return digits;
        }
    }

    /** 0 or more of each. */
    public record Bar(long solid, long striped) {
        long height() {
            return solid + striped;
        }
    }

    /** A bar for each label. */
    public record Panel(Unit unit, List<Bar> bars) {
        public Panel {
            bars = List.copyOf(bars);
        }

        ChartScale scale() {
            return ChartScale.of(
                    unit, bars.stream().mapToLong(Bar::height).max().orElse(0));
        }
    }

    private ChartArt(List<String> labels, List<Panel> panels, char point) {
        this.labels = List.copyOf(labels);
        this.panels = List.copyOf(panels);
        this.point = point;
        this.left = MARGIN
                + SPACE
                + widest(panels.stream().flatMap(panel -> {
                    ChartScale scale = panel.scale();
                    return scale.lines().stream().map(line -> lineNumber(scale, line));
                }));
        this.pitch = (RIGHT - left) / labels.size();
    }

    /**
     * @param labels one or more, of figures and {@code +}; they are below the bars
     * @param panels one or two
     * @param point of decimal numbers: a point or a comma
     */
    public static ChartArt of(List<String> labels, List<Panel> panels, char point) {
        if (labels.isEmpty() || panels.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw");
        }
        if (panels.stream().anyMatch(panel -> panel.bars().size() != labels.size())) {
            throw new IllegalArgumentException("not a bar for each label");
        }
        return new ChartArt(labels, panels, point);
    }

    /** As a PNG of some tens of kilobytes. */
    public byte[] png() {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, ground());
        writeLabels(sheet);
        double height = (PLOT_BOTTOM - MARGIN + BETWEEN_PANELS) / panels.size();
        for (int i = 0; i < panels.size(); i++) {
            double top = MARGIN + i * height;
            draw(sheet, panels.get(i), top + SMALL_LETTERS + SPACE, top + height - BETWEEN_PANELS);
        }
        return sheet.png();
    }

    /** Every one, or every second, and so on, so that the last one has its label; that one may be wider than the others. */
    private void writeLabels(Sheet sheet) {
        int last = labels.size() - 1;
        int every = (int) Math.ceil((widest(labels.stream().limit(Math.max(1, last))) + SPACE) / pitch);
        for (int i = last % every; i <= last; i += every) {
            double room = every * pitch - SPACE / 2;
            double height =
                    Math.min(LETTERS, room / Inscription.of(labels.get(i), 1).width());
            sheet.write(
                    Inscription.of(labels.get(i), height).centredAt(middle(i), HEIGHT - MARGIN - LETTERS / 2), ink());
        }
    }

    private void draw(Sheet sheet, Panel panel, double top, double bottom) {
        ChartScale scale = panel.scale();
        double pixels = (bottom - top) / scale.top();
        for (long line : scale.lines()) {
            double y = bottom - pixels * line;
            sheet.fill(new Box(left, y - LINE / 2, RIGHT, y + LINE / 2), line == 0 ? ink() : faint());
            Inscription number = Inscription.of(lineNumber(scale, line), LETTERS);
            sheet.write(number.at(left - SPACE - number.width(), y - LETTERS / 2), ink());
        }
        for (int i = 0; i < panel.bars().size(); i++) {
            draw(sheet, panel, i, bottom, pixels);
        }
        if (widest(panel.bars().stream().map(bar -> scale.number(bar.height(), point))) * SMALL_LETTERS / LETTERS
                <= pitch - SPACE / 2) {
            writeNumbers(sheet, panel, bottom, pixels);
        }
    }

    private String lineNumber(ChartScale scale, long line) {
        return line == 0 ? "0" : scale.unit().sign + scale.number(line, point);
    }

    /** @param pixels for one of what the bar stands for */
    private void draw(Sheet sheet, Panel panel, int index, double bottom, double pixels) {
        Bar bar = panel.bars().get(index);
        double top = bottom - height(bar, pixels);
        double border = top + stripedHeight(bar, pixels);
        double half = Math.min(WIDEST_BAR, BAR_PART * pitch) / 2;
        if (bar.solid() > 0) {
            double solidTop = bar.striped() > 0 ? border + GAP : border;
            sheet.fill(new Box(middle(index) - half, solidTop, middle(index) + half, bottom), solid(panel.unit()));
        }
        if (bar.striped() > 0) {
            sheet.stripe(
                    new Box(middle(index) - half, top, middle(index) + half, border), STRIPE, striped(panel.unit()));
        }
    }

    /** Whatever there is can be seen. */
    private static double height(Bar bar, double pixels) {
        double least = (bar.solid() > 0 ? LOWEST_BAR : 0) + (bar.striped() > 0 ? LOWEST_BAR + GAP : 0);
        return Math.max(least, bar.height() * pixels);
    }

    /** Seldom a little too high, but never the larger part of a bar that is mostly solid. */
    private static double stripedHeight(Bar bar, double pixels) {
        double height = height(bar, pixels);
        if (bar.striped() == 0 || bar.solid() == 0) {
            return bar.striped() == 0 ? 0 : height;
        }
        return Math.max(height * bar.striped() / bar.height(), Math.min(LOWEST_STRIPES, height * MOST_EXTRA));
    }

    /** What each bar comes to, above it. */
    private void writeNumbers(Sheet sheet, Panel panel, double bottom, double pixels) {
        ChartScale scale = panel.scale();
        for (int i = 0; i < panel.bars().size(); i++) {
            Bar bar = panel.bars().get(i);
            if (bar.height() > 0) {
                double base = bottom - height(bar, pixels) - SPACE / 2;
                Inscription number = Inscription.of(scale.number(bar.height(), point), SMALL_LETTERS);
                sheet.write(number.centredAt(middle(i), base - SMALL_LETTERS / 2), ink());
            }
        }
    }

    private static double widest(Stream<String> texts) {
        return texts.mapToDouble(text -> Inscription.of(text, LETTERS).width())
                .max()
                .orElse(0);
    }

    private double middle(int index) {
        return left + (index + 0.5) * pitch;
    }

    static Colour ground() {
        return Colour.of(0.22, 0.03, 270);
    }

    static Colour ink() {
        return Colour.of(0.92, 0.02, 270);
    }

    private static Colour faint() {
        return Colour.of(0.38, 0.03, 270);
    }

    static Colour solid(Unit unit) {
        return switch (unit) {
            case SONGS -> Colour.of(0.8, 0.12, 215);
            case DOLLARS -> Colour.of(0.84, 0.15, 90);
        };
    }

    static Colour striped(Unit unit) {
        return switch (unit) {
            case SONGS -> Colour.of(0.76, 0.13, 35);
            case DOLLARS -> solid(unit);
        };
    }
}
