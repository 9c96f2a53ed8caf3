package io.waymark.pipeline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulksTest {

    @Test
    void nothingIsNoBulk() {
        assertThat(Bulks.of(List.of())).isEmpty();
    }

    @Test
    void aBulkHasAtMostAThousandDocuments() {
        assertThat(Bulks.of(Collections.nCopies(2_500, document(10))))
                .extracting(List::size)
                .containsExactly(1_000, 1_000, 500);
    }

    @Test
    void heavyDocumentsMakeSmallBulksAndAreNeverDropped() {
        assertThat(Bulks.of(List.of(document(3 << 20), document(3 << 20), document(9 << 20), document(1))))
                .extracting(List::size)
                .containsExactly(1, 1, 1, 1);
    }

    private static SearchDocument document(int bytes) {
        return new SearchDocument("ten_1:bkg_1", 1, "event_journal", 1, 1, Instant.EPOCH, new byte[bytes]);
    }
}
