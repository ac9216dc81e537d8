package dev.earworm.audio.picture;

import java.util.ArrayList;
import java.util.List;

/** A board of tiles with circles, quarters, halves and rings, as on a record sleeve of the sixties. */
final class Tiles implements Motif {
    private final int side;
    private final List<Tile> tiles = new ArrayList<>();

    private enum Shape {
        QUARTER,
        NESTED_QUARTERS,
        CIRCLE,
        RING,
        HALF,
        LEAF
    }

    private record Tile(Shape shape, int turns, Colour ground, Colour figure, Colour detail) {
        Colour at(double x, double y, double edge) {
            double across = turns % 2 == 0 ? x : 1 - x;
            double down = turns / 2 == 0 ? y : 1 - y;
            double corner = Math.hypot(across, down);
            double centre = Math.hypot(x - 0.5, y - 0.5);
            return switch (shape) {
                case QUARTER -> filled(corner - 1, edge);
                case NESTED_QUARTERS -> inner(filled(corner - 1, edge), corner - 0.55, edge);
                case CIRCLE -> filled(centre - 0.4, edge);
                case RING -> inner(filled(centre - 0.5, edge), centre - 0.22, edge);
                case HALF -> filled(Math.max(centre - 0.5, (turns < 2 ? across : down) - 0.5), edge);
                case LEAF -> filled(Math.max(corner, Math.hypot(1 - across, 1 - down)) - 1, edge);
            };
        }

        private Colour filled(double outside, double edge) {
            return ground.mixed(figure, Curves.smooth(edge, -edge, outside));
        }

        private Colour inner(Colour colour, double outside, double edge) {
            return colour.mixed(detail, Curves.smooth(edge, -edge, outside));
        }
    }

    Tiles(Palette palette, Chance chance) {
        this.side = 3 + chance.below(3);
        List<Colour> colours = List.of(
                palette.near(), palette.deep(), palette.glow(), palette.accent(), palette.light(), palette.far());
        for (int i = 0; i < side * side; i++) {
            int ground = chance.below(colours.size());
            int figure = (ground + 1 + chance.below(colours.size() - 1)) % colours.size();
            tiles.add(new Tile(
                    chance.oneOf(List.of(Shape.values())),
                    chance.below(4),
                    colours.get(ground),
                    colours.get(figure),
                    colours.get((figure + 1 + chance.below(colours.size() - 1)) % colours.size())));
        }
    }

    @Override
    public Colour at(double x, double y) {
        int column = Math.min(side - 1, (int) (x * side));
        int row = Math.min(side - 1, (int) (y * side));
        return tiles.get(row * side + column).at(x * side - column, y * side - row, EDGE * side);
    }
}
