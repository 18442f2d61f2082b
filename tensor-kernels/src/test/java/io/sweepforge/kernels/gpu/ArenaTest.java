package io.sweepforge.kernels.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArenaTest {
    private static final long BASE = 0x7000_0000L;

    /** A region without memory behind it: the arena never touches what it lends. */
    private static final class Region implements DeviceMemory {
        private final long bytes;
        private boolean closed;

        Region(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public long address() {
            return BASE;
        }

        @Override
        public long bytes() {
            return bytes;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void lendsAlignedPiecesThatDoNotOverlap() {
        Arena arena = new Arena(new Region(1024));
        DeviceMemory one = arena.allocate(1);
        DeviceMemory two = arena.allocate(257);
        assertThat(one.address()).isEqualTo(BASE);
        assertThat(two.address()).isEqualTo(BASE + 256);
        assertThat(arena.allocate(256).address()).isEqualTo(BASE + 768);
        assertThat(arena.usedBytes()).isEqualTo(1024);
    }

    @Test
    void refusesMoreThanItsBudgetAndSaysWhatIsFree() {
        Arena arena = new Arena(new Region(1024));
        arena.allocate(512);
        assertThatThrownBy(() -> arena.allocate(513))
                .isInstanceOfSatisfying(
                        GpuException.class, e -> assertThat(e.kind()).isEqualTo(GpuException.Kind.OUT_OF_MEMORY))
                .hasMessageContaining("513 bytes")
                .hasMessageContaining("512 of the budget of 1024 are free");
        assertThat(arena.usedBytes()).isEqualTo(512);
    }

    @Test
    void joinsNeighbouringGaps() {
        Arena arena = new Arena(new Region(1024));
        List<DeviceMemory> pieces = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pieces.add(arena.allocate(256));
        }
        pieces.get(0).close();
        pieces.get(2).close();
        pieces.get(1).close();
        assertThat(arena.allocate(768).address()).isEqualTo(BASE);
    }

    @Test
    void takesAPieceBackOnce() {
        Arena arena = new Arena(new Region(1024));
        DeviceMemory piece = arena.allocate(256);
        piece.close();
        piece.close();
        assertThat(arena.usedBytes()).isZero();
        assertThat(arena.allocate(1024).address()).isEqualTo(BASE);
    }

    @Test
    void isEmptyAfterThousandJoinsAndLeavesInAnyOrder() {
        Arena arena = new Arena(new Region(1 << 20));
        List<DeviceMemory> lent = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            lent.add(arena.allocate(1 + (i * 7919L) % 9000));
            if (lent.size() > 40) {
                lent.remove((i * 31) % lent.size()).close();
            }
        }
        lent.forEach(DeviceMemory::close);
        assertThat(arena.usedBytes()).isZero();
        assertThat(arena.allocate(1 << 20).address()).isEqualTo(BASE);
    }

    @Test
    void closesItsRegion() {
        Region region = new Region(256);
        new Arena(region).close();
        assertThat(region.closed).isTrue();
    }
}
