// Hours: what gives stacked upwards, what draws downwards, lines over them; zoom by drawing over a span.
Report.kinds.hourly = {
  prepare: function (chart) {
    var spec = chart.spec;
    chart.start = spec.windows[0].start;
    chart.count = spec.windows[0].hours;
    chart.entries = [];
    [["up", ""], ["hatch", "hatched"], ["down", ""], ["lines", "line"]].forEach(function (kind) {
      spec[kind[0]].forEach(function (entry) {
        chart.entries.push({
          name: entry.name, color: entry.color, form: kind[1], kind: kind[0], data: entry.data, dash: entry.dash
        });
      });
    });
    Report.windowTools(chart);
  },

  draw: function (chart) {
    var group = chart.canvas(chart.spec.height || 340);
    var shown = chart.entries.filter(function (entry) { return chart.isShown(entry); });
    shown.forEach(function (entry) { entry.values = entry.values || chart.series(entry.data); });
    var layers = Report.layers(chart, shown);
    var x = d3.scale.linear().domain([chart.start, chart.start + chart.count]).range([0, chart.inner.width]);
    var y = d3.scale.linear().domain(Report.extent(chart, layers, shown)).nice().range([chart.inner.height, 0]);
    var scaled = y.copy().domain(y.domain().map(function (value) { return value * chart.spec.unit.factor; }));
    chart.axes(group, x, scaled, function (axis) { Report.hourTicks(chart, axis); });
    Report.paintLayers(chart, group, layers, x, y);
    Report.paintLines(chart, group, shown, x, y);
    group.append("line").attr("class", "zero").attr("x2", chart.inner.width).attr("y1", y(0)).attr("y2", y(0));
    chart.legend(chart.entries);
    Report.zoom(chart, group, x);
  },

  table: function (chart) {
    var shown = chart.entries.filter(function (entry) { return chart.isShown(entry); });
    var rows = [["time"].concat(shown.map(function (entry) {
      return Report.heading(entry.name, chart.spec.unit);
    }))];
    for (var step = chart.start; step < chart.start + chart.count; step += 1) {
      rows.push([chart.calendar.label(step)].concat(shown.map(function (entry) {
        return Report.plain(entry.values[step], chart.spec.unit);
      })));
    }
    return rows;
  }
};

// The stacked layers: a lower and an upper edge for each hour shown.
Report.layers = function (chart, shown) {
  var up = new Float64Array(chart.count);
  var down = new Float64Array(chart.count);
  return shown.filter(function (entry) { return entry.kind !== "lines"; }).map(function (entry) {
    var isDown = entry.kind === "down";
    var edge = isDown ? down : up;
    var low = new Float64Array(chart.count);
    var high = new Float64Array(chart.count);
    for (var index = 0; index < chart.count; index += 1) {
      var value = entry.values[chart.start + index] || 0;
      low[index] = edge[index];
      edge[index] += isDown ? -value : value;
      high[index] = edge[index];
    }
    return { entry: entry, low: low, high: high };
  });
};

Report.extent = function (chart, layers, shown) {
  var low = 0;
  var high = 0;
  layers.forEach(function (layer) {
    low = Math.min(low, d3.min(layer.high));
    high = Math.max(high, d3.max(layer.high));
  });
  shown.filter(function (entry) { return entry.kind === "lines"; }).forEach(function (entry) {
    for (var step = chart.start; step < chart.start + chart.count; step += 1) {
      var value = entry.values[step];
      if (isFinite(value)) { low = Math.min(low, value); high = Math.max(high, value); }
    }
  });
  return low === high ? [0, 1] : [low, high];
};

// Every hour is a step: what holds in it holds over all of it.
Report.paintLayers = function (chart, group, layers, x, y) {
  layers.forEach(function (layer) {
    var points = [];
    layer.high.forEach(function (value, index) {
      points.push([chart.start + index, layer.low[index], value]);
    });
    if (points.length) {
      var last = points[points.length - 1];
      points.push([last[0] + 1, last[1], last[2]]);
    }
    var area = d3.svg.area().interpolate("step-after")
      .x(function (point) { return x(point[0]); })
      .y0(function (point) { return y(point[1]); })
      .y1(function (point) { return y(point[2]); });
    var entry = layer.entry;
    group.append("path").attr("class", "layer").attr("d", area(points))
      .attr("fill", entry.kind === "hatch" ? chart.hatch(entry.color) : entry.color);
  });
};

// Lines; of more hours than a thousand the lowest and highest of each piece are kept.
Report.paintLines = function (chart, group, shown, x, y) {
  shown.filter(function (entry) { return entry.kind === "lines"; }).forEach(function (entry) {
    var steps = d3.range(chart.start, chart.start + chart.count);
    if (steps.length > 1000) {
      var piece = Math.ceil(steps.length / 450);
      var kept = [];
      for (var first = 0; first < steps.length; first += piece) {
        var part = steps.slice(first, first + piece);
        part.sort(function (left, right) { return entry.values[left] - entry.values[right]; });
        [part[0], part[part.length - 1]].sort(function (left, right) { return left - right; })
          .forEach(function (step) { if (kept[kept.length - 1] !== step) { kept.push(step); } });
      }
      steps = kept;
    }
    var isThinned = steps.length > 400;
    var end = chart.start + chart.count - 1;
    function value(step) { return entry.values[Math.min(step, end)]; }
    var line = d3.svg.line().interpolate(isThinned ? "linear" : "step-after")
      .defined(function (step) { return isFinite(value(step)); })
      .x(function (step) { return x(step); })
      .y(function (step) { return y(value(step)); });
    var path = isThinned ? steps : steps.concat([end + 1]);
    group.append("path").attr("class", entry.color === "ink" ? "series ink" : "series")
      .attr("d", line(path)).attr("stroke", entry.color === "ink" ? null : entry.color)
      .attr("stroke-dasharray", entry.dash || null);
  });
};

Report.hourTicks = function (chart, axis) {
  var calendar = chart.calendar;
  var every = chart.count <= 30 ? 3 : chart.count <= 100 ? 12 : chart.count <= 400 ? 24
    : chart.count <= 1000 ? 96 : 0;
  var ticks = [];
  if (every) {
    var first = chart.start + (every - calendar.time(chart.start).getUTCHours() % every) % every;
    ticks = d3.range(first, chart.start + chart.count + 1, every);
  } else {
    d3.range(chart.start, chart.start + chart.count).forEach(function (step) {
      var time = calendar.time(step);
      if (time.getUTCDate() === 1 && time.getUTCHours() === 0) { ticks.push(step); }
    });
  }
  axis.tickValues(ticks).tickFormat(function (step) {
    var time = calendar.time(step);
    if (every && every < 24 && time.getUTCHours() !== 0) { return time.getUTCHours() + ":00"; }
    return calendar.label(step).slice(5, 10);
  });
};

// Hover tells the hour with each value; drawing over a span shows it alone, a double click all again.
Report.zoom = function (chart, group, x) {
  var rule = group.append("line").attr("class", "rule").attr("y2", chart.inner.height).style("display", "none");
  var span = group.append("rect").attr("class", "span").attr("height", chart.inner.height).style("display", "none");
  var from = null;
  function step(point) {
    return Math.max(chart.start, Math.min(Math.floor(x.invert(point[0])), chart.start + chart.count - 1));
  }
  chart.pointer(group, {
    move: function (point, event) {
      var here = step(point);
      rule.style("display", null).attr("x1", x(here)).attr("x2", x(here));
      if (from !== null) {
        span.style("display", null).attr("x", x(Math.min(from, here)))
          .attr("width", Math.max(x(Math.max(from, here)) - x(Math.min(from, here)), 1));
      }
      Report.tip.show(event, chart.calendar.label(here), Report.hourRows(chart, here));
    },
    down: function (point, event) { event.preventDefault(); from = step(point); },
    up: function (point) {
      var here = step(point);
      var begin = from;
      from = null;
      if (begin === null || Math.abs(here - begin) < 3) { span.style("display", "none"); return; }
      chart.start = Math.min(begin, here);
      chart.count = Math.abs(here - begin) + 1;
      chart.draw();
    },
    again: function () { chart.reset(); },
    leave: function () { rule.style("display", "none"); }
  });
};

Report.hourRows = function (chart, step) {
  return chart.entries.filter(function (entry) {
    return chart.isShown(entry) && entry.values && (entry.kind === "lines" || entry.values[step] !== 0);
  }).map(function (entry) {
    return {
      name: entry.name,
      color: entry.color === "ink" ? null : entry.color,
      text: Report.full(entry.values[step], chart.spec.unit, true)
    };
  }).reverse();
};

// The choice of a window: named ones, any day as its first, earlier and later.
Report.windowTools = function (chart) {
  var spec = chart.spec;
  var box = chart.figure.querySelector(".tools");
  var select = document.createElement("select");
  select.title = Report.words.chooseWindow;
  spec.windows.forEach(function (one, index) {
    var option = document.createElement("option");
    option.value = String(index);
    option.textContent = one.name + " " + chart.calendar.day(one.start).slice(5);
    select.appendChild(option);
  });
  function move(start, count, isNamed) {
    var hours = chart.data.hours;
    chart.count = Math.min(count, hours);
    chart.start = Math.max(0, Math.min(start, hours - chart.count));
    if (!isNamed) { select.value = ""; }
    if (date) { date.value = chart.calendar.day(chart.start); }
    chart.draw();
  }
  select.onchange = function () {
    var one = spec.windows[Number(select.value)];
    move(one.start, one.hours, true);
  };
  box.insertBefore(select, box.firstChild);
  var date = null;
  chart.reset = function () {
    var one = spec.windows[Number(select.value) || 0];
    move(one.start, one.hours, true);
  };
  if (!spec.any || chart.data.hours <= spec.windows[0].hours) { return; }
  date = document.createElement("input");
  date.type = "date";
  date.title = Report.words.chooseDate;
  date.min = chart.calendar.day(0);
  date.max = chart.calendar.day(chart.data.hours - 1);
  date.value = chart.calendar.day(chart.start);
  date.onchange = function () { move(chart.calendar.step(date.value), spec.windows[0].hours, false); };
  box.insertBefore(date, select.nextSibling);
  [["▶", 1, Report.words.next], ["◀", -1, Report.words.previous]].forEach(function (way) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = way[0];
    button.title = way[2];
    button.onclick = function () { move(chart.start + way[1] * chart.count, chart.count, false); };
    box.insertBefore(button, date.nextSibling);
  });
};
