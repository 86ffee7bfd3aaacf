// Duration curves: hours sorted by value.
Report.kinds.duration = {
  prepare: function (chart) {
    chart.entries = chart.spec.lines.map(function (entry) {
      return { name: entry.name, color: entry.color, form: "line", data: entry.data };
    });
  },
  draw: function (chart) {
    var group = chart.canvas(300);
    chart.entries.forEach(function (entry) {
      if (entry.sorted) { return; }
      entry.sorted = Array.from(chart.series(entry.data)).filter(isFinite);
      entry.sorted.sort(function (left, right) { return right - left; });
    });
    var shown = chart.entries.filter(function (entry) { return chart.isShown(entry); });
    var count = d3.max(chart.entries, function (entry) { return entry.sorted.length; });
    var low = Math.min(0, d3.min(shown, function (entry) { return entry.sorted[entry.sorted.length - 1]; }) || 0);
    var high = d3.max(shown, function (entry) { return entry.sorted[0]; }) || 1;
    var x = d3.scale.linear().domain([0, count]).range([0, chart.inner.width]);
    var y = d3.scale.linear().domain([low, high]).nice().range([chart.inner.height, 0]);
    var factor = chart.spec.unit.factor;
    var scaled = y.copy().domain(y.domain().map(function (value) { return value * factor; }));
    chart.axes(group, x, scaled);
    group.append("text").attr("class", "unit").attr("text-anchor", "end").attr("x", chart.inner.width)
      .attr("y", -12).text(Report.words.hoursAxis + " →");
    var every = Math.max(Math.ceil(count / 860), 1);
    shown.forEach(function (entry) {
      var ranks = d3.range(0, entry.sorted.length, every);
      if (ranks[ranks.length - 1] !== entry.sorted.length - 1) { ranks.push(entry.sorted.length - 1); }
      var line = d3.svg.line().x(function (rank) { return x(rank); })
        .y(function (rank) { return y(entry.sorted[rank]); });
      group.append("path").attr("class", entry.color === "ink" ? "series ink" : "series")
        .attr("d", line(ranks)).attr("stroke", entry.color === "ink" ? null : entry.color);
    });
    group.append("line").attr("class", "zero").attr("x2", chart.inner.width).attr("y1", y(0)).attr("y2", y(0));
    chart.legend(chart.entries);
    chart.pointer(group, {
      move: function (point, event) {
        var rank = Math.max(0, Math.min(Math.floor(x.invert(point[0])), count - 1));
        Report.tip.show(event, (rank + 1) + " h", shown.map(function (entry) {
          return {
            name: entry.name, color: entry.color === "ink" ? null : entry.color,
            text: Report.full(entry.sorted[rank], chart.spec.unit, true)
          };
        }));
      }
    });
  },
  table: function (chart) {
    var rows = [["h"].concat(chart.entries.map(function (entry) {
      return Report.heading(entry.name, chart.spec.unit);
    }))];
    d3.range(chart.entries[0].sorted.length).forEach(function (rank) {
      rows.push([rank + 1].concat(chart.entries.map(function (entry) {
        return Report.plain(entry.sorted[rank], chart.spec.unit);
      })));
    });
    return rows;
  }
};

// A map of cells: values given, or the hours of a series by day.
Report.kinds.heat = {
  prepare: function (chart) {
    var spec = chart.spec;
    if (spec.values) {
      chart.cells = spec.values;
      chart.titles = spec.columns;
      return;
    }
    var values = chart.series(spec.data);
    var calendar = chart.calendar;
    var days = {};
    chart.titles = [];
    chart.cells = [];
    for (var step = 0; step < chart.data.hours; step += 1) {
      var day = calendar.day(step);
      if (days[day] === undefined) { days[day] = chart.titles.length; chart.titles.push(day); }
      var hour = calendar.time(step).getUTCHours();
      chart.cells[hour] = chart.cells[hour] || [];
      chart.cells[hour][days[day]] = values[step];
    }
  },
  draw: function (chart) {
    var spec = chart.spec;
    chart.margin = { left: 44, right: 90, top: 12, bottom: 26 };
    var group = chart.canvas(spec.height || 300);
    var count = chart.titles.length;
    var rows = chart.cells.length;
    var x = d3.scale.linear().domain([0, count]).range([0, chart.inner.width]);
    var y = d3.scale.linear().domain([0, rows]).range([chart.inner.height, 0]);
    var most = d3.max(chart.cells, function (row) { return d3.max(row); }) || 0;
    var color = Report.ramp(most);
    var [width, height] = [chart.inner.width / count, chart.inner.height / rows];
    group.append("rect").attr("width", chart.inner.width).attr("height", chart.inner.height).attr("fill", color(0));
    chart.cells.forEach(function (row, hour) {
      row.forEach(function (value, column) {
        if (!isFinite(value) || value === 0) { return; }
        group.append("rect").attr("x", x(column)).attr("y", y(hour + 1))
          .attr("width", width + 0.3).attr("height", height + 0.3).attr("fill", color(value));
      });
    });
    Report.heatAxes(chart, group, x, y);
    Report.rampKey(chart, group, color, most);
    chart.pointer(group, {
      move: function (point, event) {
        var column = Math.max(0, Math.min(Math.floor(x.invert(point[0])), count - 1));
        var hour = Math.max(0, Math.min(Math.floor(y.invert(point[1])), rows - 1));
        var value = chart.cells[hour][column];
        Report.tip.show(event, chart.titles[column] + " " + hour + ":00", [
          { name: spec.series, color: color(value || 0), text: Report.full(value, spec.unit, true) }
        ]);
      }
    });
    chart.legend([]);
  },
  table: function (chart) {
    var rows = [["hour"].concat(chart.titles)];
    chart.cells.forEach(function (row, hour) {
      rows.push([hour].concat(chart.titles.map(function (title, column) {
        return Report.plain(row[column], chart.spec.unit);
      })));
    });
    return rows;
  }
};

// Light to dark over hues that colour-blind readers tell apart by lightness.
Report.ramp = function (most) {
  return d3.scale.linear().domain([0, 0.001, 0.25, 0.5, 0.75, 1].map(function (share) { return share * (most || 1); }))
    .range(["#f4f4f0", "#fde9b4", "#f6b65c", "#e0703a", "#a8324a", "#4a1150"]).clamp(true);
};

Report.heatAxes = function (chart, group, x, y) {
  group.append("g").attr("class", "axis y plain")
    .call(d3.svg.axis().scale(y).orient("left").tickValues([0, 6, 12, 18, 24]).tickSize(3));
  var titles = chart.titles;
  var ticks = titles.map(function (title, index) { return index; });
  var isDays = !chart.spec.values;
  if (isDays) {
    ticks = ticks.filter(function (index) {
      return titles.length <= 62 ? index % 7 === 0 : titles[index].slice(8) === "01";
    });
  }
  ticks.forEach(function (index) {
    group.append("text").attr("class", "tick").attr("text-anchor", isDays ? "start" : "middle")
      .attr("x", x(isDays ? index : index + 0.5)).attr("y", chart.inner.height + 16)
      .text(isDays ? titles[index].slice(5) : titles[index]);
  });
};

Report.rampKey = function (chart, group, color, most) {
  var key = group.append("g").attr("transform", "translate(" + (chart.inner.width + 14) + ",0)");
  d3.range(20).forEach(function (index) {
    key.append("rect").attr("width", 12).attr("height", chart.inner.height / 20 + 0.5)
      .attr("y", chart.inner.height * (1 - (index + 1) / 20)).attr("fill", color(most * (index + 0.5) / 20));
  });
  [0, 0.5, 1].forEach(function (share) {
    key.append("text").attr("class", "tick").attr("x", 17).attr("y", chart.inner.height * (1 - share) + 4)
      .text(Report.number(share * most, chart.spec.unit));
  });
  key.append("text").attr("class", "tick").attr("y", chart.inner.height + 18).text(chart.spec.unit.symbol);
};
