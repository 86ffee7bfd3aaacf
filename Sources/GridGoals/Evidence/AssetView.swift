package import GridFormulation

/// The assets of a model as metrics see them.
package struct AssetView: Sendable {
  package let assets: [AssetSummary]

  package init(assets: [AssetSummary]) { self.assets = assets }

  /// The assets that count in a part of the grid.
  package init(assets: [AssetSummary], in scope: GridPart) {
    self.assets = assets.filter { scope.contains($0) }
  }

  /// The names of the assets whose technology passes.
  package func names(where isIncluded: (Technology) -> Bool) -> Set<String> {
    Set(assets.filter { isIncluded($0.facts.technology) }.map(\.name))
  }

  /// The capacity of the assets whose technology passes, MW.
  package func capacity(where isIncluded: (Technology) -> Bool) -> Double {
    assets.filter { isIncluded($0.facts.technology) }.reduce(0) { $0 + $1.facts.capacity }
  }
}
