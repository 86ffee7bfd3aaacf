#ifndef DENSE_KERNELS_H
#define DENSE_KERNELS_H

#include <stdbool.h>

// Loops over dense columns of numbers, made for several kinds of processor.
//
// Every number comes of the same operations in the same order whatever the width of the vectors, each product fused
// with its sum: kinds with fused multiply-add give the same bytes. The plain kind rounds each product first.
typedef struct {
  // What the kind needs: "plain", "avx2", "avx512" or "neon".
  const char *_Nonnull name;

  // target[row + column·stride] −= Σ panel[row + pivot·step]·panel[column + pivot·step], for columns and the rows from
  // each column's own on. What stands above the diagonal within eight rows of it is overwritten with anything.
  void (*_Nonnull subtract)(double *_Nonnull target, long stride, long columns, const double *_Nonnull panel, long step,
                            long depth, long rows);

  // Factorises the first columns of a panel in place, L·Lᵀ with reciprocals on the diagonal; false where it cannot.
  bool (*_Nonnull factorise)(double *_Nonnull panel, long stride, long columns, long rows);

  // Solves with a panel's square part and takes what follows off the rows below.
  void (*_Nonnull forward)(const double *_Nonnull panel, long height, long width, double *_Nonnull vector);

  // Solves with the transposed panel, given the values of the rows below.
  void (*_Nonnull backward)(const double *_Nonnull panel, long height, long width, double *_Nonnull vector);
} dense_kernels;

// The widest kind that this processor has.
const dense_kernels *_Nonnull dense_kernels_best(void);

// The kinds that this processor has, the plain one first; NULL past the last.
const dense_kernels *_Nullable dense_kernels_at(int index);

#endif
