public import Grid
import GridDispatch

/// Reads a PyPSA network and writes it as a model folder.
public enum PyPSAImport {
  /// What an import wrote.
  public struct Outcome: Sendable {
    /// Hours of the model.
    public let hours: Int
    /// Zones of the model.
    public let zones: Int
    /// Assets of the model.
    public let assets: Int
    /// What the model does not say, or says otherwise.
    public let differences: [PyPSADifference]
    /// Warnings and notes on the model as it was written.
    public let issues: [Issue]
  }

  /// Why an import wrote nothing.
  public enum Failure: Error, Sendable {
    /// The network cannot be read, or the model of it would be no model.
    case input(InputError)
    /// The model cannot be written.
    case output(OutputError)
  }

  /// Reads the CSV folder of a network and writes a model under a path.
  ///
  /// The model appears whole or not at all, and only if it can be read; only an earlier import in its
  /// place is replaced.
  @discardableResult
  public static func run(from folder: String, to path: String) throws(Failure) -> Outcome {
    if AtomicFolder.isResult(path), !ImportedModel.isImport(path) {
      throw .output(.foreignFolder(path: path))
    }
    let network: NetworkImport
    do throws(InputError) {
      network = try NetworkImport.read(folder)
    } catch {
      throw .input(error)
    }
    return try write(
      ImportedModel(
        origin: origin,
        name: network.name,
        horizon: network.snapshots.horizon,
        draft: network.draft
      ),
      to: path
    )
  }

  private static let origin = ImportOrigin(
    format: "pypsa",
    what: "a PyPSA network",
    currency: "XXX",
    remarks: [
      "A network has no value of lost load: zones take the usual one, so that a lack of power has a price.",
      "A network has no currency; `XXX` stands for whichever its costs are in. Times are as written there.",
      "Capacities that only a plan may choose are dispatched as they stand.",
    ]
  )

  /// Writes a model whole, if it can be read.
  static func write(_ model: ImportedModel, to path: String) throws(Failure) -> Outcome {
    var written: Result<[Issue], InputError> = .success([])
    do throws(OutputError) {
      var target = try AtomicFolder(replacing: path)
      for file in model.files { try target.write(file.text, to: file.name) }
      written = check(target.stagingPath, shownAs: path, model)
      if case .success = written { try target.commit() }
    } catch {
      throw .output(error)
    }
    switch written {
    case .success(let issues): return model.outcome(issues)
    case .failure(let error): throw .input(error)
    }
  }

  /// Reads the model as it will be read; its issues, with the place it will stand at.
  ///
  /// An error is told where the component stands that the model says it of: the model is not written then.
  private static func check(
    _ folder: String,
    shownAs path: String,
    _ model: ImportedModel
  ) -> Result<[Issue], InputError> {
    func moved(_ issues: [Issue]) -> [Issue] {
      issues.map { issue in
        var issue = issue
        issue.file = issue.file.replacing(folder, with: path)
        return issue
      }
    }
    do throws(InputError) {
      return .success(moved(try ModelReader.read(folder: folder).issues))
    } catch {
      return .failure(.invalid(moved(error.issues.map { model.traced($0, from: folder) }).sorted()))
    }
  }
}
