import Foundation
public import Testing

/// How deep the tests go: `make test` leaves out what is dear in processor time, `make test-all` runs everything.
extension Trait where Self == ConditionTrait {
  /// Runs only where `GRIDFLEX_TESTS` is `all`; where it is left out it says so.
  public static var dear: Self {
    .enabled(
      if: ProcessInfo.processInfo.environment["GRIDFLEX_TESTS"] == "all",
      "dear in processor time: make test-all runs it"
    )
  }
}
