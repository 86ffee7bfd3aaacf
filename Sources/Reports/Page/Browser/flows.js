// Where energy comes from and goes: sources at the left, the grid, what takes it at the right.
Report.kinds.sankey = {
  draw: function (chart) {
    var spec = chart.spec;
    var [left, right] = [spec.sources, spec.sinks];
    var rows = Math.max(left.length, right.length);
    chart.margin = { left: 200, right: 200, top: 10, bottom: 10 };
    var group = chart.canvas(Math.max(260, rows * 34 + 40));
    function sum(list) { return d3.sum(list, function (one) { return one.value; }); }
    var total = Math.max(sum(left), sum(right), 1e-9);
    var slot = 17;
    // Every node has room for its line of text, the rest is shared by energy.
    var scale = Math.max((chart.inner.height - slot * rows) / total, 1e-12);
    var middle = (chart.inner.width - 16) / 2;
    var inside = left.filter(function (one) { return !one.isLost; });
    var trunk = { top: (chart.inner.height - sum(inside) * scale) / 2, height: sum(inside) * scale };
    group.append("rect").attr("class", "trunk").attr("x", middle).attr("width", 16)
      .attr("y", trunk.top).attr("height", trunk.height);
    chart.spots = [];
    Report.side(chart, group, left, 0, middle, trunk, scale, slot, true);
    Report.side(chart, group, right, chart.inner.width - 12, middle + 16, trunk, scale, slot, false);
    chart.legend([]);
    chart.pointer(group, {
      move: function (point, event) {
        var spot = chart.spots.filter(function (one) {
          return point[1] >= one.top - 4 && point[1] <= one.top + one.height + 4
            && (one.isLeft ? point[0] < middle : point[0] >= middle);
        })[0];
        if (!spot) { Report.tip.hide(); return; }
        Report.tip.show(event, spot.name, [
          { name: "", color: spot.color, text: Report.full(spot.value, spec.unit, true) }
        ]);
      }
    });
  },
  table: function (chart) {
    var unit = chart.spec.unit;
    return [["", unit.symbol]].concat(chart.spec.sources.concat(chart.spec.sinks).map(function (one) {
      return [one.name, Report.plain(one.value, unit)];
    }));
  }
};

Report.side = function (chart, group, nodes, x, trunkX, trunk, scale, slot, isLeft) {
  var total = d3.sum(nodes, function (one) { return one.value; }) * scale + slot * nodes.length;
  var top = (chart.inner.height - total + slot) / 2;
  var at = trunk.top;
  nodes.forEach(function (node) {
    var height = node.value * scale;
    var fill = node.isLost ? chart.hatch(node.color) : node.color;
    group.append("rect").attr("x", x).attr("width", 12).attr("y", top).attr("height", Math.max(height, 0.8)).attr("fill", fill);
    if (!node.isLost) {
      group.append("path").attr("class", "ribbon").attr("fill", node.color)
        .attr("d", Report.ribbon(isLeft ? x + 12 : trunkX, isLeft ? top : at,
          isLeft ? trunkX : x, isLeft ? at : top, height));
      at += node.value * scale;
    }
    var text = node.name + "  " + Report.full(node.value, chart.spec.unit);
    group.append("text").attr("class", "name").attr("text-anchor", isLeft ? "end" : "start")
      .attr("x", isLeft ? x - 8 : x + 20).attr("y", top + height / 2 + 4).text(text);
    chart.spots.push({
      name: node.name, value: node.value, color: node.color, top: top, height: height, isLeft: isLeft
    });
    top += height + slot;
  });
};

Report.ribbon = function (x0, y0, x1, y1, height) {
  var middle = (x0 + x1) / 2;
  return "M" + x0 + "," + y0 + "C" + middle + "," + y0 + " " + middle + "," + y1 + " " + x1 + "," + y1
    + "V" + (y1 + height) + "C" + middle + "," + (y1 + height) + " " + middle + "," + (y0 + height)
    + " " + x0 + "," + (y0 + height) + "Z";
};

// Zones on a ring and the net energy between them.
Report.kinds.zones = {
  draw: function (chart) {
    var spec = chart.spec;
    chart.margin = { left: 10, right: 10, top: 10, bottom: 10 };
    var group = chart.canvas(420);
    var count = spec.zones.length;
    var [cx, cy] = [chart.inner.width / 2, chart.inner.height / 2];
    var most = d3.max(spec.flows, function (flow) { return Math.abs(flow.value); }) || 1;
    var places = {};
    spec.zones.forEach(function (zone, index) {
      var angle = 2 * Math.PI * index / count - Math.PI / 2;
      var reach = count === 2 ? [250, 0] : [300, 145];
      var turn = count === 2 ? Math.PI * index : angle;
      places[zone.id] = { x: cx + reach[0] * Math.cos(turn), y: cy + reach[1] * Math.sin(turn) };
    });
    spec.flows.forEach(function (flow, index) {
      var [from, to] = flow.value >= 0 ? [places[flow.from], places[flow.to]] : [places[flow.to], places[flow.from]];
      Report.arrow(group, from, to, flow, index, 1.5 + 12 * Math.abs(flow.value) / most, spec);
    });
    spec.zones.forEach(function (zone) {
      var place = places[zone.id];
      group.append("circle").attr("class", "zone").attr("cx", place.x).attr("cy", place.y).attr("r", 46);
      group.append("text").attr("class", "name").attr("text-anchor", "middle").attr("x", place.x).attr("y", place.y - 4)
        .text(zone.name);
      group.append("text").attr("class", "tick").attr("text-anchor", "middle").attr("x", place.x).attr("y", place.y + 14)
        .text(Report.full(zone.value, spec.unit));
    });
    chart.legend([]);
  },
  table: function (chart) {
    return [["", chart.spec.unit.symbol]].concat(chart.spec.flows.map(function (flow) {
      return [flow.name, Report.plain(flow.value, chart.spec.unit)];
    }));
  }
};

Report.arrow = function (group, from, to, flow, index, width, spec) {
  var [dx, dy] = [to.x - from.x, to.y - from.y];
  var length = Math.sqrt(dx * dx + dy * dy) || 1;
  // Two links of the same zones stand beside each other.
  var shift = 26 * flow.lane;
  var [ux, uy] = [dx / length, dy / length];
  var [ox, oy] = [-uy * shift, ux * shift];
  var [x0, y0] = [from.x + ux * 50 + ox, from.y + uy * 50 + oy];
  var [x1, y1] = [to.x - ux * 62 + ox, to.y - uy * 62 + oy];
  var line = group.append("line").attr("class", "flow").attr("x1", x0).attr("y1", y0).attr("x2", x1).attr("y2", y1)
    .attr("stroke-width", width);
  var wide = Math.max(width, 5);
  group.append("path").attr("class", "head").attr("d", "M" + (x1 + ux * 12) + "," + (y1 + uy * 12)
    + "L" + (x1 - uy * wide) + "," + (y1 + ux * wide) + "L" + (x1 + uy * wide) + "," + (y1 - ux * wide) + "Z");
  var share = flow.lane % 2 ? 0.66 : 0.36;
  group.append("text").attr("class", "tick halo").attr("text-anchor", "middle")
    .attr("x", x0 + share * (x1 - x0) - uy * (width / 2 + 4)).attr("y", y0 + share * (y1 - y0) + ux * (width / 2 + 4) + 4)
    .text(Report.full(Math.abs(flow.value), spec.unit));
  function tell() {
    Report.tip.show(d3.event, flow.name, [{ name: "", text: Report.full(Math.abs(flow.value), spec.unit, true) }]);
  }
  line.on("mousemove", tell).on("mouseleave", Report.tip.hide);
};
