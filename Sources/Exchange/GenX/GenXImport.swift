import GridFormulation
import Hourly
import Tables

/// Reads a case of the capacity expansion model GenX and writes it as a model folder with options.
public enum GenXImport {
  /// Reads the tables of a case and writes a model under a path, as ``PyPSAImport`` does.
  @discardableResult
  public static func run(
    from folder: String,
    to path: String
  ) throws(PyPSAImport.Failure) -> PyPSAImport.Outcome {
    if AtomicFolder.isResult(path), !ImportedModel.isImport(path) {
      throw .output(.foreignFolder(path: path))
    }
    let read = GenXCase(folder: folder)
    let model = ImportedModel(
      origin: origin(of: folder),
      name: "genx",
      horizon: Horizon(start: GenXCase.start, hours: read.hours.count),
      draft: read.draft
    )
    do throws(InputError) {
      try read.source.log.throwIfErrors()
    } catch {
      throw .input(error, notCarriedOver: model.differenceTable)
    }
    return try PyPSAImport.write(model, to: path)
  }

  private static func origin(of folder: String) -> ImportOrigin {
    ImportOrigin(
      format: "genx",
      what: "a case of GenX",
      currency: "USD",
      remarks: [
        "`gridflex plan` sizes what `options.csv` lists; its costs are those of a year, as GenX has them, without capital.",
        "The fixed cost of what stands is told apart from the objective: add it to compare with GenX, whose objective "
          + "holds it. What an option takes away saves its own.",
        "A case has no calendar: its first hour is taken as the first of 2030.",
        "A line loses half of its loss at each end in GenX. Here it loses all of what is sent, so that the same power "
          + "is taken and arrives; its limits are those of what is sent.",
        "A retrofit is counted in MW of the plant that it replaces; `maximum_output_pu` holds its efficiency.",
        "A store is built in two kinds, of the least and of the largest duration: together they have any between.",
      ],
      zoneIs: "zone of the case",
      path: folder,
      place: { component, _ in component.place }
    )
  }
}
