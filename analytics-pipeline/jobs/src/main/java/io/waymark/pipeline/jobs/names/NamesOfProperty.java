package io.waymark.pipeline.jobs.names;

import io.waymark.pipeline.search.NameDocument;
import io.waymark.pipeline.search.NameDocument.Kind;
import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.warehouse.PropertyChange;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What a property and its room types are called, for those who search: another name replaces the one before. */
public final class NamesOfProperty implements FlatMapFunction<PropertyChange, SearchDocument> {

    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(PropertyChange property, Collector<SearchDocument> out) {
        out.collect(NameDocuments.of(
                new NameDocument(property.tenant(), Kind.PROPERTY, property.name(), property.code()),
                property.propertyId(),
                property.version(),
                property));
        for (PropertyChange.RoomType roomType : property.roomTypes()) {
            out.collect(NameDocuments.of(
                    new NameDocument(property.tenant(), Kind.ROOM_TYPE, roomType.name(), roomType.code()),
                    roomType.roomTypeId(),
                    property.version(),
                    property));
        }
    }
}
