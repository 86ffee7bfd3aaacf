public import Tables

/// The charting library that is taken into pages, as Debian installs it.
public struct ChartLibrary: Sendable {
  /// Where Debian's package `libjs-d3` puts it.
  public static let usualPath = "/usr/share/javascript/d3/d3.min.js"

  /// The library's text.
  let text: String

  /// Reads the library.
  ///
  /// - Throws: `InputError`, with the package to install where it is missing.
  public static func read(_ path: String = usualPath) throws(InputError) -> ChartLibrary {
    let fix = "Install it: apt-get install libjs-d3"
    guard FileSource.isFile(path) else {
      throw .missing([Issue(file: path, rule: "the charting library D3 is not there", fix: fix)])
    }
    var log = IssueLog()
    guard let bytes = FileSource.bytes(of: path, log: &log) else {
      try log.throwIfErrors()
      throw .invalid([Issue(file: path, rule: "cannot be read", fix: fix)])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("d3.svg"), !text.contains("</script") else {
      let rule = "is not version 3 of D3, which the pictures are drawn with"
      throw .invalid([Issue(file: path, rule: rule, fix: fix)])
    }
    return ChartLibrary(text: text)
  }

  /// Whose it is and under which terms, as its licence asks to be told with every copy.
  static let notice = """
    D3, https://d3js.org. Copyright (C) 2013 Michael Bostock. All rights reserved.
    Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
    following conditions are met: redistributions of source code must retain the above copyright notice, this list of
    conditions and the following disclaimer; redistributions in binary form must reproduce the above copyright notice,
    this list of conditions and the following disclaimer in the documentation and/or other materials provided with the
    distribution; the name Michael Bostock may not be used to endorse or promote products derived from this software
    without specific prior written permission. This software is provided by the copyright holders and contributors "as
    is" and any express or implied warranties, including, but not limited to, the implied warranties of merchantability
    and fitness for a particular purpose are disclaimed. In no event shall Michael Bostock be liable for any direct,
    indirect, incidental, special, exemplary, or consequential damages (including, but not limited to, procurement of
    substitute goods or services; loss of use, data, or profits; or business interruption) however caused and on any
    theory of liability, whether in contract, strict liability, or tort (including negligence or otherwise) arising in
    any way out of the use of this software, even if advised of the possibility of such damage.
    """
}
