#define _GNU_SOURCE
#include "SystemGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

int guard_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int guard_rename_new(const char *old_path, const char *new_path) {
  return renameat2(AT_FDCWD, old_path, AT_FDCWD, new_path, RENAME_NOREPLACE) == 0 ? 0 : errno;
}
