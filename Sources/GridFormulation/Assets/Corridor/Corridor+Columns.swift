import Hourly
import Tables

extension Corridor {
  package static let columns: [Column<Corridor>] =
    [
      Column(
        "name",
        \.name,
        as: .name,
        required: true,
        limit: .none(.identity),
        "Name of the corridor."
      ),
      Column(
        "from",
        \.from,
        required: true,
        limit: .none(.identity),
        "Zone that sends when the flow is forward."
      ),
      Column(
        "to",
        \.to,
        required: true,
        limit: .none(.identity),
        "Zone that receives when the flow is forward."
      ),
      Column(
        "forward_limit_mw",
        \.forwardLimit,
        in: 0...1e12,
        limit: .part(of: .corridorLimit),
        "Most that `from` can send."
      ),
      Column(
        "backward_limit_mw",
        \.backwardLimit,
        in: 0...1e12,
        limit: .part(of: .corridorLimit),
        "Most that `to` can send."
      ),
      Column(
        "forward_limit_pu",
        \.forwardShare,
        in: 0...1000,
        limit: .part(of: .corridorLimit, to: .constant(1)),
        "Share of the forward limit that can be used; a number, or a series by season or hour."
      ),
      Column(
        "backward_limit_pu",
        \.backwardShare,
        in: 0...1000,
        limit: .part(of: .corridorLimit, to: .constant(1)),
        "Share of the backward limit that can be used; a number, or a series by season or hour."
      ),
      Column(
        "loss_pu",
        \.loss,
        in: 0...0.5,
        limit: .none(.conversion),
        "Share lost of what is sent; at the limit if in pieces."
      ),
      Column(
        "loss_pieces",
        \.lossPieces,
        in: 1...10,
        unit: .plain,
        limit: .none(.conversion),
        "Pieces of a loss that grows with the square of the flow; 1: the same share at any flow."
      ),
      Column(
        "wheeling_cost_per_mwh",
        \.wheelingCost,
        in: 0...1e9,
        limit: .none(.price),
        "Cost of a MWh sent."
      ),
      Column(
        "schedule_pu",
        \.schedule,
        in: -1...1,
        limit: .part(of: .corridorLimit, to: nil),
        "Scheduled flow, share of the limit, backward negative; free where left empty."
      ),
      Column(
        "band_pu",
        \.band,
        in: 0...1,
        limit: .none(.given),
        "How far the flow may leave its schedule, up or down."
      ),
      Column(
        "ramp_pu_per_hour",
        \.ramp,
        in: 0...1000,
        limit: .part(of: .corridorLimit, to: nil),
        "Most that the flow may change in an hour, share of the forward limit."
      ),
      Column(
        "maintenance",
        \.maintenance,
        limit: .none(.given),
        "Dates of planned maintenance, such as 04-10..05-25."
      ),
      Column(
        "maintenance_share_pu",
        \.maintenanceShare,
        in: 0...1,
        limit: .part(of: .corridorLimit, to: 0),
        "Share of the limits that is lost during maintenance."
      ),
      Column(
        "is_new",
        \.isNew,
        limit: .none(.account),
        "Whether it is added by the plan; goals on new corridors ask for it."
      ),
      Column(
        "attribution",
        \.attribution,
        limit: .none(.account),
        "Whose energy it carries: the sending zone's hourly mix, or that of named plants."
      ),
      Column(
        "contract_plants",
        \.contractPlants,
        limit: .none(.account),
        "Plants of the sending zone, each with the share it sends: `plant; plant:0.5`."
      ),
      Column(
        "fixed_cost_per_kw_year",
        \.fixedCost,
        in: 0...10_000,
        limit: .none(.account),
        "Yearly upkeep that does not depend on the flow."
      ),
    ] + Column<Corridor>.expansion
}
