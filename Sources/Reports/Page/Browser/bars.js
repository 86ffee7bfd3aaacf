// Columns stacked or beside each other, with a line on an axis of its own.
Report.kinds.columns = {
  prepare: function (chart) {
    chart.entries = chart.spec.series.map(function (entry) {
      return { name: entry.name, color: entry.color, values: entry.values, form: entry.hatched ? "hatched" : "" };
    });
    if (chart.spec.line) {
      var line = chart.spec.line;
      chart.entries.push({ name: line.name, color: line.color, values: line.values, form: "line", isLine: true });
    }
  },
  draw: function (chart) {
    var spec = chart.spec;
    chart.margin = { left: 62, right: spec.line ? 62 : 20, top: 26, bottom: spec.slanted ? 74 : 30 };
    var group = chart.canvas(spec.height || 300);
    var bars = chart.entries.filter(function (entry) { return !entry.isLine && chart.isShown(entry); });
    var x = d3.scale.ordinal().domain(d3.range(spec.categories.length)).rangeBands([0, chart.inner.width], 0.3, 0.15);
    var pieces = Report.pieces(bars, spec);
    var y = d3.scale.linear().nice().range([chart.inner.height, 0]).domain([
      Math.min(0, d3.min(pieces, function (piece) { return Math.min(piece.from, piece.to); }) || 0),
      Math.max(d3.max(pieces, function (piece) { return Math.max(piece.from, piece.to); }) || 0, 1e-9)
    ]).nice();
    var factor = spec.unit.factor;
    chart.axes(group, null, y.copy().domain(y.domain().map(function (value) { return value * factor; })));
    pieces.forEach(function (piece) {
      var width = spec.stacked ? x.rangeBand() : x.rangeBand() / Math.max(bars.length, 1);
      group.append("rect").attr("class", "bar")
        .attr("x", x(piece.column) + (spec.stacked ? 0 : piece.place * width)).attr("width", width)
        .attr("y", y(Math.max(piece.from, piece.to))).attr("height", Math.abs(y(piece.from) - y(piece.to)))
        .attr("fill", piece.entry.form === "hatched" ? chart.hatch(piece.entry.color) : piece.entry.color);
    });
    group.append("line").attr("class", "zero").attr("x2", chart.inner.width).attr("y1", y(0)).attr("y2", y(0));
    Report.categoryTicks(chart, group, x);
    Report.secondLine(chart, group, x);
    chart.legend(chart.entries.length > 1 ? chart.entries : []);
    Report.columnPointer(chart, group, x);
  },
  table: function (chart) {
    var spec = chart.spec;
    var rows = [[""].concat(chart.entries.map(function (entry) {
      return Report.heading(entry.name, entry.isLine ? spec.line.unit : spec.unit);
    }))];
    spec.categories.forEach(function (name, index) {
      rows.push([name].concat(chart.entries.map(function (entry) {
        return Report.plain(entry.values[index], entry.isLine ? spec.line.unit : spec.unit);
      })));
    });
    return rows;
  }
};

Report.pieces = function (bars, spec) {
  var pieces = [];
  spec.categories.forEach(function (name, column) {
    var up = 0;
    var down = 0;
    bars.forEach(function (entry, place) {
      var value = entry.values[column] || 0;
      var from = spec.stacked ? (value < 0 ? down : up) : 0;
      pieces.push({ entry: entry, column: column, place: place, from: from, to: from + value });
      if (value < 0) { down += value; } else { up += value; }
    });
  });
  return pieces;
};

Report.categoryTicks = function (chart, group, x) {
  chart.spec.categories.forEach(function (name, index) {
    var [left, top] = [x(index) + x.rangeBand() / 2, chart.inner.height + 16];
    var text = group.append("text").attr("class", "tick").text(name);
    if (chart.spec.slanted) {
      text.attr("text-anchor", "end").attr("transform", "translate(" + (left + 4) + "," + top + ") rotate(-32)");
    } else {
      text.attr("text-anchor", "middle").attr("x", left).attr("y", top);
    }
  });
};

Report.secondLine = function (chart, group, x) {
  var entry = chart.entries.filter(function (one) { return one.isLine; })[0];
  if (!entry || !chart.isShown(entry)) { return; }
  var unit = chart.spec.line.unit;
  var most = d3.max(entry.values, function (value) { return value; }) || 0.05;
  var y = d3.scale.linear().domain([0, most * 1.05]).nice().range([chart.inner.height, 0]);
  var scaled = y.copy().domain(y.domain().map(function (value) { return value * unit.factor; }));
  group.append("g").attr("class", "axis y plain").attr("transform", "translate(" + chart.inner.width + ",0)")
    .call(d3.svg.axis().scale(scaled).orient("right").ticks(6).tickSize(3));
  group.append("text").attr("class", "unit").attr("text-anchor", "end")
    .attr("x", chart.inner.width + chart.margin.right - 4).attr("y", -12).text(unit.symbol);
  var at = function (index) { return x(index) + x.rangeBand() / 2; };
  var line = d3.svg.line().defined(function (value) { return value !== null; })
    .x(function (value, index) { return at(index); }).y(function (value) { return y(value); });
  group.append("path").attr("class", "series").attr("stroke", entry.color).attr("d", line(entry.values));
  entry.values.forEach(function (value, index) {
    if (value === null) { return; }
    group.append("circle").attr("class", "dot").attr("r", 3).attr("cx", at(index)).attr("cy", y(value))
      .attr("fill", entry.color);
  });
};

Report.columnPointer = function (chart, group, x) {
  var spec = chart.spec;
  chart.pointer(group, {
    move: function (point, event) {
      var index = Math.max(0, Math.min(
        Math.floor(point[0] / chart.inner.width * spec.categories.length), spec.categories.length - 1));
      var rows = chart.entries.filter(function (entry) {
        return chart.isShown(entry) && entry.values[index] !== null && entry.values[index] !== 0;
      });
      Report.tip.show(event, spec.categories[index], rows.map(function (entry) {
        var unit = entry.isLine ? spec.line.unit : spec.unit;
        return { name: entry.name, color: entry.color, text: Report.full(entry.values[index], unit, true) };
      }).reverse());
    }
  });
};

// Steps from one sum to another.
Report.kinds.waterfall = {
  draw: function (chart) {
    var spec = chart.spec;
    chart.margin = { left: 84, right: 20, top: 26, bottom: 92 };
    var group = chart.canvas(340);
    var sum = 0;
    var bars = spec.steps.map(function (step) {
      var from = step.isTotal ? 0 : sum;
      sum = step.isTotal ? step.value : sum + step.value;
      return { step: step, from: from, to: sum };
    });
    var ends = bars.reduce(function (all, bar) { return all.concat(bar.step.isTotal ? [bar.to] : [bar.from, bar.to]); }, []);
    var reach = d3.max(ends) - d3.min(ends);
    // Small steps between large sums: the axis begins above zero, and says so by its numbers.
    var least = reach > 0 && reach < 0.4 * d3.min(ends) ? d3.min(ends) - 0.5 * reach : Math.min(0, d3.min(ends));
    var y = d3.scale.linear().domain([least, d3.max(ends) + 0.08 * reach]).nice().range([chart.inner.height, 0]);
    var x = d3.scale.ordinal().domain(d3.range(bars.length)).rangeBands([0, chart.inner.width], 0.3, 0.15);
    var factor = spec.unit.factor;
    chart.axes(group, null, y.copy().domain(y.domain().map(function (value) { return value * factor; })));
    var floor = y.domain()[0];
    bars.forEach(function (bar, index) {
      var from = bar.step.isTotal ? Math.max(floor, 0) : bar.from;
      group.append("rect").attr("class", "bar").attr("x", x(index)).attr("width", x.rangeBand())
        .attr("y", y(Math.max(from, bar.to))).attr("height", Math.max(Math.abs(y(from) - y(bar.to)), 1))
        .attr("fill", bar.step.isTotal ? "#7a7a7a" : bar.step.value < 0 ? "#0072b2" : "#d55e00");
      group.append("text").attr("class", "tick").attr("text-anchor", "middle")
        .attr("x", x(index) + x.rangeBand() / 2).attr("y", y(Math.max(from, bar.to)) - 5)
        .text((bar.step.isTotal || bar.step.value < 0 ? "" : "+") + Report.number(bar.step.value, spec.unit));
    });
    Report.categoryTicks({ spec: { categories: spec.steps.map(function (step) { return step.name; }), slanted: true },
      inner: chart.inner }, group, x);
    chart.legend([]);
    chart.pointer(group, {
      move: function (point, event) {
        var index = Math.max(0, Math.min(Math.floor(point[0] / chart.inner.width * bars.length), bars.length - 1));
        var step = bars[index].step;
        Report.tip.show(event, step.name, [{ name: "", text: Report.full(step.value, spec.unit, true) }]);
      }
    });
  },
  table: function (chart) {
    return [["", chart.spec.unit.symbol]].concat(chart.spec.steps.map(function (step) {
      return [step.name, Report.plain(step.value, chart.spec.unit)];
    }));
  }
};

// The room that the longest of some texts takes; a Chinese letter takes that of two.
Report.room = function (rows, key) {
  return 24 + d3.max(rows, function (row) {
    return d3.sum(Array.from(row[key]), function (letter) { return letter > "\u2e7f" ? 12.2 : 6.4; });
  });
};

// Goals: a bar for the value, a mark for the threshold, each on its own scale.
Report.kinds.bullets = {
  draw: function (chart) {
    var rows = chart.spec.rows;
    chart.margin = {
      left: Report.room(rows, "name"), right: Report.room(rows, "text") + 16, top: 8, bottom: 8
    };
    var group = chart.canvas(rows.length * 26 + 16);
    rows.forEach(function (row, index) {
      var most = Math.max(Math.abs(row.value || 0), Math.abs(row.threshold || 0), 1e-9) * 1.1;
      var x = d3.scale.linear().domain([0, most]).range([0, chart.inner.width]);
      var top = index * 26;
      var isHeld = row.verdict === "pass";
      group.append("text").attr("class", "name").attr("text-anchor", "end").attr("x", -10).attr("y", top + 16)
        .text(row.name);
      group.append("rect").attr("class", "track").attr("y", top + 4).attr("width", chart.inner.width).attr("height", 16);
      group.append("rect").attr("y", top + 7).attr("height", 10)
        .attr("width", x(Math.max(Math.min(row.value || 0, most), 0)))
        .attr("fill", isHeld ? "#0072b2" : row.verdict === "not judged" ? "#999999" : "#d55e00");
      if (row.threshold !== null) {
        group.append("line").attr("class", "mark").attr("x1", x(row.threshold)).attr("x2", x(row.threshold))
          .attr("y1", top + 2).attr("y2", top + 22);
      }
      group.append("text").attr("class", "name").attr("x", chart.inner.width + 10).attr("y", top + 16)
        .text((isHeld ? "✓ " : row.verdict === "not judged" ? "· " : "✗ ") + row.text);
    });
    chart.legend([]);
    chart.pointer(group, {
      move: function (point, event) {
        var row = rows[Math.max(0, Math.min(Math.floor(point[1] / 26), rows.length - 1))];
        Report.tip.show(event, row.name, [{ name: row.word, text: row.text }]);
      }
    });
  },
  table: function (chart) {
    return [["", "", ""]].concat(chart.spec.rows.map(function (row) { return [row.name, row.text, row.word]; }));
  }
};
