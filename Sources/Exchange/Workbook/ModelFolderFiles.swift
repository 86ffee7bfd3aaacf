package import Tables

/// The files of a model folder as they lie there.
package enum ModelFolderFiles {
  /// The path of each file in the folder with its bytes, in order; hidden ones are left out.
  package static func read(
    _ folder: String
  ) throws(InputError) -> [(path: String, bytes: [UInt8])] {
    var log = IssueLog()
    var files: [(path: String, bytes: [UInt8])] = []
    if FileSource.isFile(folder + "/model.yaml") {
      add("", of: folder, to: &files, depth: 0, &log)
    } else {
      log.appendMissing(
        Issue(
          file: folder,
          rule: FileSource.isFolder(folder)
            ? "the model folder has no model.yaml" : "there is no such folder or workbook",
          fix: "Name a model folder, or make one with `gridflex new DIR`."
        )
      )
    }
    try log.throwIfErrors()
    return files
  }

  /// Adds the files of a folder, then those of the folders in it.
  private static func add(
    _ part: String,
    of folder: String,
    to files: inout [(path: String, bytes: [UInt8])],
    depth: Int,
    _ log: inout IssueLog
  ) {
    let names = FileSource.names(in: folder + "/" + part)
    for name in names where FileSource.isFile(folder + "/" + part + name) {
      let path = part + name
      guard let bytes = FileSource.bytes(of: folder + "/" + path, log: &log) else { continue }
      files.append((path, bytes))
    }
    // Folders of a model lie side by side; a link back to one above has no end.
    for name in names where depth < 3 && FileSource.isFolder(folder + "/" + part + name) {
      add(part + name + "/", of: folder, to: &files, depth: depth + 1, &log)
    }
  }
}
