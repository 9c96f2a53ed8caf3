package io.waymark.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveHeapTest {

    @Test
    void theLastLineOfAHistogramIsItsTotal() {
        assertThat(LiveHeap.total("Total        123456       7890123")).isEqualTo(7_890_123);
        assertThat(LiveHeap.total("   1:         12345        678901  [B (java.base@25)"))
                .isZero();
        assertThat(LiveHeap.total("")).isZero();
    }
}
