// Several stacks on one thread of the host, and how to go from one to another.
#pragma once

#include <stddef.h>

// Keeps where the caller is in *from and goes on at `to`, which was kept like that or made by fiber_prepare.
extern "C" void fiber_switch(void **from, void *to);

// A place to go to: `entry`, which must never return, with the stack [stack, stack + bytes).
void *fiber_prepare(char *stack, size_t bytes, void (*entry)());
