// A thread's way through a box of planes, rows and columns: its share is every blockDim.x-th element.
#pragma once

// From element `from` on. Divides at the beginning only: staging has so little to do for each element that divisions would cost
// the most.
struct BoxWalk {
    int plane, row, column;

    __device__ __forceinline__ BoxWalk(int rows, int columns, int from = 0) : rows(rows), columns(columns) {
        int first = from + threadIdx.x, next = blockDim.x;
        column = first % columns;
        row = first / columns % rows;
        plane = first / columns / rows;
        on_columns = next % columns;
        on_rows = next / columns % rows;
        on_planes = next / columns / rows;
    }

    __device__ __forceinline__ void next() {
        column += on_columns;
        row += on_rows;
        plane += on_planes;
        if (column >= columns) {
            column -= columns;
            row++;
        }
        if (row >= rows) {
            row -= rows;
            plane++;
        }
    }

private:
    int rows, columns, on_planes, on_rows, on_columns;
};
