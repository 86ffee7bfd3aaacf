#ifndef SYSTEM_GUARD_H
#define SYSTEM_GUARD_H

// Calls of the system that Swift's own module of the C library does not have.

// Swaps what stands at two paths in one step; 0, or the error code.
int guard_exchange(const char *one, const char *other);

// Renames, and never replaces what stands at the new path; 0, or the error code.
int guard_rename_new(const char *old_path, const char *new_path);

// From now on the process ends with these words on stderr and this code when it gets no memory; Swift would trap.
void guard_end_without_memory(const char *words, int code);

#endif
