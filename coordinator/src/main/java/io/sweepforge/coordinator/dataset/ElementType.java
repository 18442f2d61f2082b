package io.sweepforge.coordinator.dataset;

import java.nio.ByteBuffer;

/** How one value of an array is stored. */
enum ElementType {
    UNSIGNED_BYTE(1),
    BYTE(1),
    SHORT(2),
    INT(4),
    LONG(8),
    FLOAT(4),
    DOUBLE(8);

    private final int width;

    ElementType(int width) {
        this.width = width;
    }

    /** In bytes. */
    int width() {
        return width;
    }

    double read(ByteBuffer value) {
        return switch (this) {
            case UNSIGNED_BYTE -> value.get(0) & 0xff;
            case BYTE -> value.get(0);
            case SHORT -> value.getShort(0);
            case INT -> value.getInt(0);
            case LONG -> value.getLong(0);
            case FLOAT -> value.getFloat(0);
            case DOUBLE -> value.getDouble(0);
        };
    }
}
