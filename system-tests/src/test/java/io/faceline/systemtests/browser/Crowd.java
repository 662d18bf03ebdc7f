package io.faceline.systemtests.browser;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture with so many people in it that their names have no room. */
final class Crowd {
    private static final int COLUMNS = 8;
    private static final int SIDE = 250;
    private static final List<String> PEOPLE =
            List.of("Tony_Blair", "Hugo_Chavez", "Jacques_Chirac", "Jennifer_Capriati", "Laura_Bush");

    private Crowd() {}

    /** A row of eight photos each of five people. */
    static Path in(Path folder) throws IOException {
        var crowd = new BufferedImage(COLUMNS * SIDE, PEOPLE.size() * SIDE, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = crowd.createGraphics();
        for (var row = 0; row < PEOPLE.size(); row++) {
            for (var column = 0; column < COLUMNS; column++) {
                var photo = SharedPhotos.ofTheWild(PEOPLE.get(row), column + 1);
                graphics.drawImage(ImageIO.read(photo.toFile()), column * SIDE, row * SIDE, null);
            }
        }
        graphics.dispose();
        var file = folder.resolve("crowd.jpg");
        ImageIO.write(crowd, "jpg", file.toFile());
        return file;
    }
}
