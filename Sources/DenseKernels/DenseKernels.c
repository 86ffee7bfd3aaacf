#include "DenseKernels.h"

#include <stddef.h>

// One `a − b·c` is one operation where the processor has it, in every kind alike.
#pragma STDC FP_CONTRACT ON

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#if defined(__aarch64__)
#define NAME(name) name##_neon
#define KIND "neon"
#else
#define NAME(name) name##_plain
#define KIND "plain"
#endif
#define LANES 2
#define TILE 2
#define WIDE 4
#define LOAD_PART(place, count) ((VECTOR){*(place), 0})
#define STORE_PART(place, value, count) (*(place) = (value)[0])
#include "Kernels.inc"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
static const long long first_lanes[] = {-1, -1, -1, 0, 0, 0};
#define MASK(count) _mm256_loadu_si256((const __m256i *)(first_lanes + 3 - (count)))
#define NAME(name) name##_avx2
#define KIND "avx2"
#define LANES 4
#define TILE 3
#define WIDE 4
#define LOAD_PART(place, count) _mm256_maskload_pd(place, MASK(count))
#define STORE_PART(place, value, count) _mm256_maskstore_pd(place, MASK(count), value)
#include "Kernels.inc"
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx2,fma"))), apply_to = function)
#define NAME(name) name##_avx512
#define KIND "avx512"
#define LANES 8
#define TILE 3
#define WIDE 8
#define LOAD_PART(place, count) _mm512_maskz_loadu_pd((__mmask8)((1u << (count)) - 1), place)
#define STORE_PART(place, value, count) _mm512_mask_storeu_pd(place, (__mmask8)((1u << (count)) - 1), value)
#include "Kernels.inc"
#pragma clang attribute pop

const dense_kernels *dense_kernels_at(int index) {
  const int widest = !(__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) ? 0
    : !(__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")) ? 1 : 2;
  static const dense_kernels *const all[] = {&kernels_plain, &kernels_avx2, &kernels_avx512};
  return index >= 0 && index <= widest ? all[index] : NULL;
}

#elif defined(__aarch64__)
const dense_kernels *dense_kernels_at(int index) { return index == 0 ? &kernels_neon : NULL; }
#else
const dense_kernels *dense_kernels_at(int index) { return index == 0 ? &kernels_plain : NULL; }
#endif

const dense_kernels *dense_kernels_best(void) {
  const dense_kernels *best = dense_kernels_at(0);
  for (int index = 1; dense_kernels_at(index) != NULL; index++) best = dense_kernels_at(index);
  return best;
}
