package org.driftscope.figure.chart.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
    @Test
    void frontIsThePointsThatNoOtherDominates() {
        Random random = new Random(11);
        List<LinePoint> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            points.add(LinePoint.at(random.nextInt(30), random.nextInt(30)));
        }
        List<LinePoint> expected = points.stream()
                .filter(p -> points.stream().noneMatch(q -> dominates(q, p)))
                .distinct()
                .toList();
        assertThat(ParetoFront.of(points)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(ParetoFront.of(points)).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
    }

    private static boolean dominates(LinePoint q, LinePoint p) {
        return q.x() <= p.x() && q.y() >= p.y() && (q.x() < p.x() || q.y() > p.y());
    }
}
