// Memory as the C library gives it, except that a process which asked for it ends with a plain message when there is
// none left. Swift has no way to answer an allocation that fails.

#define _GNU_SOURCE
#include "SystemGuard.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static const char *last_words = NULL;
static int last_code = 1;

void guard_end_without_memory(const char *words, int code) {
  last_words = words;
  last_code = code;
}

static void *answered(void *block, int is_asked) {
  if (block == NULL && is_asked && last_words != NULL) {
    ssize_t written = write(STDERR_FILENO, last_words, strlen(last_words));
    (void)written;
    _exit(last_code);
  }
  return block;
}

void *malloc(size_t size) { return answered(__libc_malloc(size), size > 0); }

void *calloc(size_t count, size_t size) {
  return answered(__libc_calloc(count, size), count > 0 && size > 0);
}

void *realloc(void *block, size_t size) {
  return answered(__libc_realloc(block, size), size > 0);
}

void *memalign(size_t alignment, size_t size) {
  return answered(__libc_memalign(alignment, size), size > 0);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0)
    return EINVAL;
  void *block = memalign(alignment, size);
  if (block == NULL && size > 0) return ENOMEM;
  *result = block;
  return 0;
}
