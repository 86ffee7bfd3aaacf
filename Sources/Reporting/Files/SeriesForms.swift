public import Tables

/// In which forms a result's series are written beside `series/*.csv`, which other commands read.
public struct SeriesForms: Sendable {
  /// Whether `series.nc` is written, all series in one netCDF file.
  public var hasNetCDF: Bool
  /// The language of the files in `excel/`; nil where they are not written.
  public var excel: Language?

  /// No form but the one of every result, unless told otherwise.
  public init(hasNetCDF: Bool = false, excel: Language? = nil) {
    self.hasNetCDF = hasNetCDF
    self.excel = excel
  }
}
