import GridDispatch
import GridFormulation
import GridGoals
import LinearProgramming

extension PlanSearch {
  /// The plan that the best sizes are.
  func result(
    _ best: PlanCandidate,
    present: JudgedResult?,
    goalCosts: [GoalCost]
  ) -> PlanResult {
    let (options, sized) = (context.options, context.sized)
    let cut = whole.cuts[0]
    let share = context.grid.setting.yearShare
    let optionCost = context.cost(of: best.shares)
    let planned = sized.options.indices.map { index in
      let option = sized.options[index]
      let taken = best.shares[index]
      let step = option.extent.parts.map { 1 / $0 } ?? 1 / option.extent.full
      return PlannedOption(
        name: option.name,
        asset: option.asset,
        source: option.source,
        size: taken * option.extent.full,
        most: option.extent.most * option.extent.full,
        unit: option.extent.unit,
        unitSize: option.extent.parts.map { option.extent.full / $0 },
        megawatts: taken * option.extent.megawatts,
        megawattHours: taken * option.extent.megawattHours,
        outlay: taken * option.cost.outlay,
        costPerYear: taken * option.cost.perYear,
        worthOfOneMore: -cut.slopes[index] * step / share,
        share: taken
      )
    }
    let sizes = sized.options.map(\.extent.full)
    func told(_ cut: BoundCut, _ kind: PlanCut.Kind) -> PlanCut {
      PlanCut(
        kind: kind,
        constant: cut.constant,
        slopes: zip(cut.slopes, sizes).map { $0 / $1 }
      )
    }
    return PlanResult(
      options: planned,
      dispatch: best.result,
      grid: best.grid,
      present: present,
      goals: choice.held.map(\.id),
      notHeld: choice.others,
      optionCost: optionCost,
      lowerBound: bound - context.extra(of: best.result.dispatch, choice),
      boundOfSizes: options.aim == .outlay ? optionCost : best.result.lowerBound + optionCost,
      aim: options.aim,
      gapAsked: options.dispatch.gap,
      cuts: whole.cuts.map { told($0, .cost) }
        + whole.proofs.map { told($0, .feasibility) },
      goalCosts: goalCosts,
      messages: messages,
      stages: stages.stages
    )
  }
}
