#include <malloc.h>
#include "GLPKGuard.h"

#include <glpk.h>
#include <limits.h>
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

struct guarded_problem {
  glp_prob *problem;
  pthread_t owner;
  uint64_t generation;
};

static _Thread_local uint64_t generation = 1;
static _Thread_local jmp_buf *escape = NULL;
static _Thread_local guard_stop stop_question = NULL;
static _Thread_local void *stop_info = NULL;

static void on_error(void *info) {
  (void)info;
  if (escape != NULL) longjmp(*escape, 1);
}

static int on_text(void *info, const char *text) {
  (void)info;
  (void)text;
  if (escape != NULL && stop_question != NULL && stop_question(stop_info)) longjmp(*escape, 2);
  return 1;
}

typedef void (*guard_body)(guarded_problem *guarded, void *arguments);

static int run(guarded_problem *guarded, guard_body body, void *arguments, guard_stop stop,
               void *info) {
  if (guarded == NULL || guarded->generation != generation
      || !pthread_equal(guarded->owner, pthread_self()))
    return GUARD_STALE;
  jmp_buf here;
  int result;
  switch (setjmp(here)) {
    case 0:
      escape = &here;
      stop_question = stop;
      stop_info = info;
      glp_error_hook(on_error, NULL);
      glp_term_hook(on_text, NULL);
      body(guarded, arguments);
      result = GUARD_DONE;
      break;
    case 1:
      result = GUARD_ERROR;
      break;
    default:
      result = GUARD_STOPPED;
      break;
  }
  escape = NULL;
  stop_question = NULL;
  stop_info = NULL;
  if (result == GUARD_DONE) {
    glp_error_hook(NULL, NULL);
    glp_term_hook(NULL, NULL);
  } else {
    glp_free_env();
    generation += 1;
  }
  return result;
}

void guard_leave_thread(void) {
  glp_free_env();
  generation += 1;
}

static int bound_type(double lower, double upper) {
  int has_lower = lower > -HUGE_VAL, has_upper = upper < HUGE_VAL;
  if (has_lower && has_upper) return lower == upper ? GLP_FX : GLP_DB;
  if (has_lower) return GLP_LO;
  return has_upper ? GLP_UP : GLP_FR;
}

struct creation {
  const guard_program *program;
  int32_t scale;
};

static void create(guarded_problem *guarded, void *arguments) {
  struct creation *creation = arguments;
  const guard_program *program = creation->program;
  glp_prob *problem = glp_create_prob();
  guarded->problem = problem;
  glp_set_obj_dir(problem, GLP_MIN);
  if (program->rows > 0) glp_add_rows(problem, program->rows);
  if (program->columns > 0) glp_add_cols(problem, program->columns);
  for (int32_t i = 0; i < program->rows; i++) {
    double lower = program->row_lower[i], upper = program->row_upper[i];
    glp_set_row_bnds(problem, i + 1, bound_type(lower, upper), lower, upper);
  }
  for (int32_t j = 0; j < program->columns; j++) {
    double lower = program->column_lower[j], upper = program->column_upper[j];
    glp_set_col_bnds(problem, j + 1, bound_type(lower, upper), lower, upper);
    glp_set_obj_coef(problem, j + 1, program->cost[j]);
  }
  size_t count = (size_t)program->entries;
  int *rows = malloc((count + 1) * sizeof *rows);
  int *columns = malloc((count + 1) * sizeof *columns);
  double *values = malloc((count + 1) * sizeof *values);
  if (rows != NULL && columns != NULL && values != NULL) {
    for (size_t k = 0; k < count; k++) {
      rows[k + 1] = program->entry_row[k] + 1;
      columns[k + 1] = program->entry_column[k] + 1;
      values[k + 1] = program->entry_value[k];
    }
    glp_load_matrix(problem, (int)count, rows, columns, values);
  }
  free(rows);
  free(columns);
  free(values);
  if (creation->scale) glp_scale_prob(problem, creation->scale);
}

int guard_create(const guard_program *program, int32_t scale, guarded_problem **result) {
  *result = NULL;
  if (program->entries >= INT_MAX || program->rows < 0 || program->columns < 0) return GUARD_ERROR;
  guarded_problem *guarded = calloc(1, sizeof *guarded);
  if (guarded == NULL) return GUARD_NO_MEMORY;
  guarded->owner = pthread_self();
  guarded->generation = generation;
  struct creation creation = {program, scale};
  int outcome = run(guarded, create, &creation, NULL, NULL);
  if (outcome != GUARD_DONE) {
    free(guarded);
    return outcome;
  }
  *result = guarded;
  return GUARD_DONE;
}

static void delete(guarded_problem *guarded, void *arguments) {
  (void)arguments;
  glp_delete_prob(guarded->problem);
}

void guard_delete(guarded_problem *guarded) {
  if (guarded == NULL) return;
  run(guarded, delete, NULL, NULL, NULL);
  free(guarded);
}

struct change {
  int32_t first, count;
  const double *lower, *upper;
};

static void set_rows(guarded_problem *guarded, void *arguments) {
  struct change *change = arguments;
  for (int32_t k = 0; k < change->count; k++)
    glp_set_row_bnds(guarded->problem, change->first + k + 1,
                     bound_type(change->lower[k], change->upper[k]), change->lower[k],
                     change->upper[k]);
}

static void set_columns(guarded_problem *guarded, void *arguments) {
  struct change *change = arguments;
  for (int32_t k = 0; k < change->count; k++)
    glp_set_col_bnds(guarded->problem, change->first + k + 1,
                     bound_type(change->lower[k], change->upper[k]), change->lower[k],
                     change->upper[k]);
}

static void set_cost(guarded_problem *guarded, void *arguments) {
  struct change *change = arguments;
  for (int32_t k = 0; k < change->count; k++)
    glp_set_obj_coef(guarded->problem, change->first + k + 1, change->lower[k]);
}

int guard_set_row_bounds(guarded_problem *guarded, int32_t first, int32_t count,
                         const double *lower, const double *upper) {
  struct change change = {first, count, lower, upper};
  return run(guarded, set_rows, &change, NULL, NULL);
}

int guard_set_column_bounds(guarded_problem *guarded, int32_t first, int32_t count,
                            const double *lower, const double *upper) {
  struct change change = {first, count, lower, upper};
  return run(guarded, set_columns, &change, NULL, NULL);
}

int guard_set_cost(guarded_problem *guarded, int32_t first, int32_t count, const double *cost) {
  struct change change = {first, count, cost, NULL};
  return run(guarded, set_cost, &change, NULL, NULL);
}

struct statuses {
  const uint8_t *rows, *columns;
  uint8_t *row_result, *column_result;
  int32_t code;
};

static void set_basis(guarded_problem *guarded, void *arguments) {
  struct statuses *statuses = arguments;
  int rows = glp_get_num_rows(guarded->problem), columns = glp_get_num_cols(guarded->problem);
  for (int i = 0; i < rows; i++) glp_set_row_stat(guarded->problem, i + 1, statuses->rows[i]);
  for (int j = 0; j < columns; j++) glp_set_col_stat(guarded->problem, j + 1, statuses->columns[j]);
}

int guard_set_basis(guarded_problem *guarded, const uint8_t *rows, const uint8_t *columns) {
  struct statuses statuses = {rows, columns, NULL, NULL, 0};
  return run(guarded, set_basis, &statuses, NULL, NULL);
}

static void standard_basis(guarded_problem *guarded, void *arguments) {
  (void)arguments;
  glp_std_basis(guarded->problem);
}

int guard_standard_basis(guarded_problem *guarded) {
  return run(guarded, standard_basis, NULL, NULL, NULL);
}

static void advanced_basis(guarded_problem *guarded, void *arguments) {
  (void)arguments;
  if (glp_get_num_rows(guarded->problem) > 0 && glp_get_num_cols(guarded->problem) > 0)
    glp_adv_basis(guarded->problem, 0);
}

int guard_advanced_basis(guarded_problem *guarded) {
  return run(guarded, advanced_basis, NULL, NULL, NULL);
}

static void factorize(guarded_problem *guarded, void *arguments) {
  struct statuses *statuses = arguments;
  statuses->code = glp_get_num_rows(guarded->problem) > 0 ? glp_factorize(guarded->problem) : 0;
}

int guard_factorize(guarded_problem *guarded, int32_t *code) {
  struct statuses statuses = {0};
  int outcome = run(guarded, factorize, &statuses, NULL, NULL);
  *code = statuses.code;
  return outcome;
}

static void read_basis(guarded_problem *guarded, void *arguments) {
  struct statuses *statuses = arguments;
  int rows = glp_get_num_rows(guarded->problem), columns = glp_get_num_cols(guarded->problem);
  for (int i = 0; i < rows; i++)
    statuses->row_result[i] = (uint8_t)glp_get_row_stat(guarded->problem, i + 1);
  for (int j = 0; j < columns; j++)
    statuses->column_result[j] = (uint8_t)glp_get_col_stat(guarded->problem, j + 1);
}

int guard_read_basis(guarded_problem *guarded, uint8_t *rows, uint8_t *columns) {
  struct statuses statuses = {NULL, NULL, rows, columns, 0};
  return run(guarded, read_basis, &statuses, NULL, NULL);
}

struct solving {
  const guard_simplex_options *options;
  int32_t code;
};

static void simplex(guarded_problem *guarded, void *arguments) {
  struct solving *solving = arguments;
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  parameters.msg_lev = GLP_MSG_ALL;  // the text is only the occasion to ask for a stop
  // A pivot takes longer in a large program, so there the occasion comes sooner.
  int rows = glp_get_num_rows(guarded->problem);
  parameters.out_frq = rows <= 1000 ? 20 : rows < 20000 ? 20000 / rows : 1;
  parameters.meth = solving->options->method;
  parameters.pricing = solving->options->pricing;
  parameters.r_test = solving->options->ratio_test;
  parameters.presolve = solving->options->presolve ? GLP_ON : GLP_OFF;
  parameters.it_lim = solving->options->iteration_limit;
  parameters.tm_lim = solving->options->time_limit_milliseconds;
  solving->code = glp_simplex(guarded->problem, &parameters);
}

int guard_simplex(guarded_problem *guarded, const guard_simplex_options *options, guard_stop stop,
                  void *info, int32_t *code) {
  struct solving solving = {options, 0};
  int outcome = run(guarded, simplex, &solving, stop, info);
  *code = solving.code;
  return outcome;
}

struct branching {
  const int32_t *whole;
  int32_t count;
  double gap;
  int32_t presolve, time_limit, code, status;
  double *values;
};

static void branch(guarded_problem *guarded, void *arguments) {
  struct branching *branching = arguments;
  glp_prob *problem = guarded->problem;
  for (int i = 0; i < branching->count; i++)
    glp_set_col_kind(problem, branching->whole[i] + 1, GLP_IV);
  if (!branching->presolve) {
    glp_smcp relaxed;
    glp_init_smcp(&relaxed);
    relaxed.msg_lev = GLP_MSG_ALL;
    branching->code = glp_simplex(problem, &relaxed);
    int status = glp_get_status(problem);
    branching->status = status == GLP_NOFEAS ? GLP_NOFEAS : GLP_UNDEF;
    if (branching->code != 0 || status != GLP_OPT) return;
  }
  glp_iocp parameters;
  glp_init_iocp(&parameters);
  parameters.msg_lev = GLP_MSG_ALL;  // the text is only the occasion to ask for a stop
  parameters.presolve = branching->presolve ? GLP_ON : GLP_OFF;
  parameters.mip_gap = branching->gap;
  parameters.tm_lim = branching->time_limit;
  branching->code = glp_intopt(problem, &parameters);
  branching->status = glp_mip_status(problem);
  // With presolve, an infeasible program ends by its return code and leaves no status.
  if (branching->code == GLP_ENOPFS) branching->status = GLP_NOFEAS;
  int columns = glp_get_num_cols(problem);
  for (int j = 0; j < columns; j++) branching->values[j] = glp_mip_col_val(problem, j + 1);
}

int guard_whole(guarded_problem *guarded, const int32_t *columns, int32_t count, double gap,
                int32_t presolve, int32_t time_limit_milliseconds, guard_stop stop, void *info,
                int32_t *code, int32_t *status, double *values) {
  struct branching branching = {columns,                 count, gap, presolve,
                                time_limit_milliseconds, 0,     0,   values};
  int outcome = run(guarded, branch, &branching, stop, info);
  *code = branching.code;
  *status = branching.status;
  return outcome;
}

struct reading {
  int32_t first_status, second_status, iterations, code;
  double *columns, *rows;
};

static void read_simplex(guarded_problem *guarded, void *arguments) {
  struct reading *reading = arguments;
  glp_prob *problem = guarded->problem;
  reading->first_status = glp_get_prim_stat(problem);
  reading->second_status = glp_get_dual_stat(problem);
  reading->iterations = glp_get_it_cnt(problem);
  int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
  if (reading->columns != NULL)
    for (int j = 0; j < columns; j++) reading->columns[j] = glp_get_col_prim(problem, j + 1);
  if (reading->rows != NULL)
    for (int i = 0; i < rows; i++) reading->rows[i] = glp_get_row_dual(problem, i + 1);
}

int guard_read_simplex(guarded_problem *guarded, int32_t *primal_status, int32_t *dual_status,
                       int32_t *iterations, double *columns, double *row_duals) {
  struct reading reading = {0, 0, 0, 0, columns, row_duals};
  int outcome = run(guarded, read_simplex, &reading, NULL, NULL);
  *primal_status = reading.first_status;
  *dual_status = reading.second_status;
  *iterations = reading.iterations;
  return outcome;
}

static void read_ray(guarded_problem *guarded, void *arguments) {
  struct reading *reading = arguments;
  glp_prob *problem = guarded->problem;
  int rows = glp_get_num_rows(problem);
  reading->code = 0;
  int ray = glp_get_unbnd_ray(problem);
  if (ray <= 0 || rows == 0) return;
  if (!glp_bf_exists(problem) && glp_factorize(problem) != 0) return;
  int position = ray <= rows ? glp_get_row_bind(problem, ray)
                             : glp_get_col_bind(problem, ray - rows);
  if (position <= 0) return;
  double *work = calloc((size_t)rows + 1, sizeof *work);
  if (work == NULL) return;
  work[position] = 1;
  glp_btran(problem, work);
  memcpy(reading->rows, work + 1, (size_t)rows * sizeof *work);
  free(work);
  reading->code = 1;
}

int guard_read_ray(guarded_problem *guarded, double *multipliers, int32_t *code) {
  struct reading reading = {0, 0, 0, 0, NULL, multipliers};
  int outcome = run(guarded, read_ray, &reading, NULL, NULL);
  *code = reading.code;
  return outcome;
}

void guard_return_blocks(int32_t bytes) { mallopt(M_MMAP_THRESHOLD, bytes); }
