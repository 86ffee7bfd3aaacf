import Tables

/// How closely units are followed.
package enum CommitmentDetail: String, FieldWord {
  /// Online capacity, starts and ramps as continuous shares of a cluster.
  case linear
  /// Output between floor and capacity only.
  case none
}
