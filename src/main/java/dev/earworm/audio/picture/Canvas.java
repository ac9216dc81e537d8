package dev.earworm.audio.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pixels, and their way into a file. */
final class Canvas {
    private final BufferedImage image;

    Canvas(int width, int height) {
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    /** Without the dither that hides steps in photograph-like pictures: it would make a drawing large. */
    void paint(int x, int y, Colour colour) {
        image.setRGB(x, y, colour.rgb(0));
    }

    void paintSoftly(int x, int y, Colour colour) {
        image.setRGB(x, y, colour.rgb(Curves.speckle(x, y) - 0.5));
    }

    byte[] png() {
        return written("png", 1);
    }

    /** @param quality 0 to 1 */
    byte[] jpeg(double quality) {
        return written("jpeg", quality);
    }

    private byte[] written(String format, double quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // ImageIO's own stream would go through a file in the temporary folder.
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            // For PNG this is how fast to be, and 0 is the smallest file.
            parameters.setCompressionQuality(format.equals("png") ? 0 : (float) quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
