import GridFormulation
import Hourly
import Tables

/// Reads the data folder of RTS-GMLC and writes it as a model folder.
public enum RTSGMLCImport {
  /// Reads the tables of a folder and writes a model under a path, as ``PyPSAImport`` does.
  @discardableResult
  public static func run(
    from folder: String,
    to path: String
  ) throws(PyPSAImport.Failure) -> PyPSAImport.Outcome {
    if AtomicFolder.isResult(path), !ImportedModel.isImport(path) {
      throw .output(.foreignFolder(path: path))
    }
    let system = RTSImport(folder: folder)
    let model = ImportedModel(
      origin: origin(of: folder),
      name: "rts-gmlc",
      horizon: Horizon(start: system.series.start, hours: system.series.hours ?? 0),
      draft: system.draft
    )
    do throws(InputError) {
      try system.source.log.throwIfErrors()
    } catch {
      throw .input(error, notCarriedOver: model.differenceTable)
    }
    return try PyPSAImport.write(model, to: path)
  }

  private static func origin(of folder: String) -> ImportOrigin {
    ImportOrigin(
      format: "rts-gmlc",
      what: "the reliability test system RTS-GMLC",
      currency: "USD",
      remarks: [
        "The data are of GridMod/RTS-GMLC, `RTS_Data`; their notice must stay with every copy.",
        "Buses are zones, regions are areas that hold reserve together; no reserve is asked for.",
        "Hydropower and rooftop PV follow their day-ahead series; wind and PV may be curtailed.",
      ],
      path: folder,
      place: { component, _ in component.place }
    )
  }
}
