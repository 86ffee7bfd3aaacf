import Hourly
import Tables

@testable import GridFormulation

extension SmallGrid {
  /// 100 MW of coal from 0.4 up, without own use; 500 MW can be bought for 5,000.
  static func coal(load: [Double], _ change: (inout Coal) -> Void = { _ in }) -> SmallGrid {
    var grid = dear(load: load)
    grid.add(Coal.self, "coal") {
      $0.unitSize = Power(megawatts: 100)
      $0.units = 1
      $0.forcedOutage = 0
      $0.ownUse = 0
      $0.minimumOutput = 0.4
      $0.ramp = 2
      $0.startOutput = 1
      $0.startCoal = 0
      $0.minimumUpHours = 0
      $0.minimumDownHours = 0
      change(&$0)
    }
    return grid
  }

  /// 100 MW of gas from 0.4 up, without own use; 500 MW can be bought for 5,000.
  static func gas(load: [Double], _ change: (inout Gas) -> Void = { _ in }) -> SmallGrid {
    var grid = dear(load: load)
    grid.add(Gas.self, "gas") {
      $0.unitSize = Power(megawatts: 100)
      $0.units = 1
      $0.forcedOutage = 0
      $0.ownUse = 0
      $0.minimumOutput = 0.4
      $0.ramp = 2
      $0.startFuel = 0
      $0.minimumUpHours = 0
      $0.minimumDownHours = 0
      change(&$0)
    }
    return grid
  }

  /// 500 MW that can be bought for 5,000.
  private static func dear(load: [Double]) -> SmallGrid {
    var grid = SmallGrid(load: load)
    grid.add(Interchange.self, "import") {
      $0.importLimit = Power(megawatts: 500)
      $0.importPrice = .constant(5000)
    }
    return grid
  }
}
