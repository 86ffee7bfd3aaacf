import GridFormulation
import GridGoals
public import Tables

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
    /// Options that a plan may take.
    public let options: Int
    /// What the model does not say, or says otherwise.
    public let differences: [PyPSADifference]
    /// Warnings and notes on the model as it was written.
    public let issues: [Issue]
  }

  /// Why an import wrote nothing.
  public enum Failure: Error, Sendable {
    /// The network cannot be read, or the model of it would be no model; with the table of what would not have been
    /// carried over, nil where reading did not get so far.
    case input(InputError, notCarriedOver: String?)
    /// The model cannot be written.
    case output(OutputError)
  }

  /// Reads a network, a folder of CSV files or a netCDF file, and writes a model under a path.
  ///
  /// The model appears whole or not at all, and only if it can be read; only an earlier import in its
  /// place is replaced.
  @discardableResult
  public static func run(from network: String, to path: String) throws(Failure) -> Outcome {
    if AtomicFolder.isResult(path), !ImportedModel.isImport(path) {
      throw .output(.foreignFolder(path: path))
    }
    let read: NetworkImport
    do throws(InputError) {
      read = try NetworkImport.read(network)
    } catch {
      throw .input(error, notCarriedOver: nil)
    }
    let source = read.source
    let model = ImportedModel(
      origin: origin(of: source),
      name: read.name,
      horizon: read.snapshots.horizon,
      draft: read.draft
    )
    do throws(InputError) {
      try source.log.throwIfErrors()
    } catch {
      throw .input(error, notCarriedOver: model.differenceTable)
    }
    return try write(model, to: path)
  }

  private static func origin(of source: NetworkSource) -> ImportOrigin {
    ImportOrigin(
      format: "pypsa",
      what: "a PyPSA network",
      currency: "XXX",
      remarks: [
        "A network has no value of lost load: zones take one, so that a lack of power has a price.",
        "A network has no currency; `XXX`, the code of ISO 4217 for none, stands for whichever its costs are in. "
          + "Times are as written there.",
        "What a plan may choose is dispatched as it stands. `gridflex plan` sizes what `options.csv` lists, with `--fractions` "
          + "to any size as PyPSA does: its cost is PyPSA's objective, without the capital of what stands "
          + "(objective_constant), over the weight of an hour in the objective.",
      ],
      path: source.folder,
      place: { source.place(of: $0, $1) }
    )
  }

  /// Writes a model whole, if it can be read.
  static func write(_ model: ImportedModel, to path: String) throws(Failure) -> Outcome {
    var written: Result<[Issue], InputError> = .success([])
    do throws(OutputError) {
      var target = try AtomicFolder(replacing: path)
      for file in model.files { try target.write(file.text, to: file.name) }
      written = check(target.stagingPath, of: model)
      if case .success = written { try target.commit() }
    } catch {
      throw .output(error)
    }
    switch written {
    case .success(let issues): return model.outcome(issues)
    case .failure(let error): throw .input(error, notCarriedOver: model.differenceTable)
    }
  }

  /// Reads the model as it will be read; its issues, with the places of what was imported.
  private static func check(_ folder: String, of model: ImportedModel) -> Result<
    [Issue], InputError
  > {
    do throws(InputError) {
      return .success(model.told(try ModelReader.read(folder: folder).issues, of: folder))
    } catch {
      return .failure(.invalid(model.told(error.issues, of: folder)))
    }
  }
}
