package org.driftscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.Side;
import org.junit.jupiter.api.Test;

class CardPlaceTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1440, 900);

    @Test
    void theSideAskedForIsTakenWhereThereIsRoom() {
        Bounds row = new BoundingBox(1150, 400, 280, 30);
        assertThat(CardPlace.beside(row, 360, 200, SCREEN, Side.LEFT)).isEqualTo(new Point2D(782, 400));
        assertThat(CardPlace.beside(row, 360, 200, SCREEN, Side.BOTTOM)).isEqualTo(new Point2D(1080, 438));
    }

    @Test
    void anotherSideIsTakenWhereThereIsNone() {
        Bounds low = new BoundingBox(700, 850, 100, 30);
        assertThat(CardPlace.beside(low, 360, 200, SCREEN, Side.BOTTOM)).isEqualTo(new Point2D(700, 642));
        Bounds right = new BoundingBox(1150, 850, 280, 30);
        assertThat(CardPlace.beside(right, 360, 200, SCREEN, Side.RIGHT)).isEqualTo(new Point2D(782, 700));
    }

    /** Layers at the left and maps beside them, in a small window: the card goes below the maps. */
    @Test
    void whatElseShouldStayInSightIsNotCoveredWhereThereIsRoom() {
        Rectangle2D small = new Rectangle2D(6, 6, 1268, 703);
        Bounds layers = new BoundingBox(11, 182, 272, 373);
        Bounds maps = new BoundingBox(296, 166, 687, 294);
        Point2D place = CardPlace.beside(layers, List.of(maps), 270, 183, small, Side.RIGHT);
        assertThat(maps.intersects(place.getX(), place.getY(), 270, 183)).isFalse();
        assertThat(layers.intersects(place.getX(), place.getY(), 270, 183)).isFalse();
    }

    @Test
    void anyCardOfAnyControlLiesOnTheScreenAndBesideTheControl() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            double width = 10 + random.nextInt(300);
            double height = 10 + random.nextInt(60);
            Bounds area = new BoundingBox(
                    random.nextDouble() * (1440 - width), random.nextDouble() * (900 - height), width, height);
            double cardWidth = 40 + random.nextInt(321);
            double cardHeight = 20 + random.nextInt(380);
            Side side = Side.values()[random.nextInt(4)];
            Point2D place = CardPlace.beside(area, cardWidth, cardHeight, SCREEN, side);
            Bounds card = new BoundingBox(place.getX(), place.getY(), cardWidth, cardHeight);
            assertThat(card.intersects(area)).as("%s over %s", card, area).isFalse();
            assertThat(SCREEN.contains(new Rectangle2D(place.getX(), place.getY(), cardWidth, cardHeight)))
                    .as("%s on the screen", card)
                    .isTrue();
        }
    }
}
