#ifndef GLPK_GUARD_H
#define GLPK_GUARD_H

#include <stdint.h>

// Calls into GLPK that cannot end the process.
//
// Every call runs behind an error hook and a terminal hook. An error inside GLPK, or a stop asked
// for by the caller, leaves GLPK by longjmp within this file (never across a frame of the caller)
// and frees the thread's whole GLPK environment; every problem of that thread is stale from then on.
// A stale problem, or one touched from a thread that did not make it, answers GUARD_STALE.

enum {
  GUARD_DONE = 0,
  GUARD_ERROR = -1,
  GUARD_STOPPED = -2,
  GUARD_STALE = -3,
  GUARD_NO_MEMORY = -4
};

typedef struct guarded_problem guarded_problem;

// Asked now and then during a long call; anything but 0 stops it.
typedef int (*guard_stop)(void *info);

typedef struct {
  int32_t rows, columns;
  const double *cost, *column_lower, *column_upper, *row_lower, *row_upper;
  int64_t entries;
  const int32_t *entry_row, *entry_column;  // from 0
  const double *entry_value;
} guard_program;

typedef struct {
  int32_t method, pricing, ratio_test, presolve;
  int32_t iteration_limit, time_limit_milliseconds;
} guard_simplex_options;

int guard_create(const guard_program *program, int32_t scale, guarded_problem **result);
void guard_delete(guarded_problem *problem);
// Frees what GLPK holds for the calling thread; its problems become stale.
void guard_leave_thread(void);

int guard_set_row_bounds(guarded_problem *, int32_t first, int32_t count, const double *lower,
                         const double *upper);
int guard_set_column_bounds(guarded_problem *, int32_t first, int32_t count, const double *lower,
                            const double *upper);
int guard_set_cost(guarded_problem *, int32_t first, int32_t count, const double *cost);

int guard_set_basis(guarded_problem *, const uint8_t *rows, const uint8_t *columns);
int guard_standard_basis(guarded_problem *);
int guard_advanced_basis(guarded_problem *);
int guard_factorize(guarded_problem *, int32_t *code);
int guard_read_basis(guarded_problem *, uint8_t *rows, uint8_t *columns);

int guard_simplex(guarded_problem *, const guard_simplex_options *, guard_stop stop, void *info,
                  int32_t *code);
int guard_read_simplex(guarded_problem *, int32_t *primal_status, int32_t *dual_status,
                       int32_t *iterations, double *columns, double *row_duals);
// Branch and bound over the given columns as whole numbers, from 0, with GLPK's presolve or without.
// Status 5 is an optimum (GLP_OPT), 2 a point (GLP_FEAS), 4 proof that there is none (GLP_NOFEAS).
int guard_whole(guarded_problem *, const int32_t *columns, int32_t count, double gap,
                int32_t presolve, int32_t time_limit_milliseconds, guard_stop stop, void *info,
                int32_t *code, int32_t *status, double *values);
// Row multipliers of the ray that the last simplex call ended on; code 0 where there is none.
int guard_read_ray(guarded_problem *, double *multipliers, int32_t *code);

/// Has the C library give blocks of so many bytes back to the system as soon as they are freed.
void guard_return_blocks(int32_t bytes);

#endif
