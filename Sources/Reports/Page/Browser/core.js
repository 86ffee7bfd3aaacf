"use strict";
// What every picture of a report shares: numbers, hours, the data, the frame with its buttons, hover and CSV.
var Report = { charts: [], errors: [], kinds: {}, words: {} };

window.addEventListener("error", function (event) { Report.errors.push(String(event.message)); });

// A number in a unit: {symbol, factor, decimals, exact, grouped}.
Report.number = function (value, unit, isExact) {
  if (value === null || value === undefined || !isFinite(value)) { return "–"; }
  var text = (value * unit.factor).toFixed(isExact ? unit.exact : unit.decimals);
  if (Number(text) === 0) { text = text.replace("-", ""); }
  if (unit.grouped) { text = text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ","); }
  return text;
};

Report.full = function (value, unit, isExact) {
  var text = Report.number(value, unit, isExact);
  return unit.symbol && text !== "–" ? text + " " + unit.symbol : text;
};

// The steps of one result as hours of the calendar; the model's own zone, so counted as if it were UTC.
Report.Calendar = function (data) {
  this.first = Date.parse(data.start + "Z");
  this.hours = data.hours;
};
Report.Calendar.prototype.time = function (step) { return new Date(this.first + step * 3600000); };
Report.Calendar.prototype.label = function (step) {
  return this.time(step).toISOString().slice(0, 16).replace("T", " ");
};
Report.Calendar.prototype.day = function (step) { return this.time(step).toISOString().slice(0, 10); };
Report.Calendar.prototype.step = function (day) {
  return Math.round((Date.parse(day + "T00:00Z") - this.first) / 3600000);
};

// Reads a series: differences of whole numbers as zigzag bytes of seven bits, in base64; hours that are not kept are NaN.
Report.decode = function (data, name) {
  var series = data.series[name];
  if (!series) { return null; }
  if (series.values) { return series.values; }
  var bytes = atob(series.d);
  var values = new Float64Array(data.hours).fill(NaN);
  var at = 0;
  var sum = 0;
  data.kept.forEach(function (range) {
    for (var step = range[0]; step < range[0] + range[1]; step += 1) {
      var word = 0;
      var scale = 1;
      var byte;
      do {
        byte = bytes.charCodeAt(at);
        at += 1;
        word += (byte & 127) * scale;
        scale *= 128;
      } while (byte > 127);
      sum += word % 2 ? -(word + 1) / 2 : word / 2;
      values[step] = sum * series.q;
    }
  });
  series.values = values;
  return values;
};

Report.tip = {
  show: function (event, title, rows) {
    var tip = Report.tip.node;
    if (!tip) {
      tip = Report.tip.node = document.createElement("div");
      tip.className = "tip";
      document.body.appendChild(tip);
    }
    tip.textContent = "";
    var head = document.createElement("strong");
    head.textContent = title;
    tip.appendChild(head);
    rows.forEach(function (row) {
      var line = document.createElement("div");
      var mark = document.createElement("i");
      if (row.color) { mark.style.background = row.color; }
      line.appendChild(mark);
      line.appendChild(document.createTextNode(row.name));
      var number = document.createElement("b");
      number.textContent = row.text;
      line.appendChild(number);
      tip.appendChild(line);
    });
    tip.style.display = "block";
    var left = event.clientX + 16;
    if (left + tip.offsetWidth > window.innerWidth - 8) { left = event.clientX - tip.offsetWidth - 16; }
    var top = Math.min(event.clientY + 12, window.innerHeight - tip.offsetHeight - 8);
    tip.style.left = Math.max(left, 4) + "px";
    tip.style.top = Math.max(top, 4) + "px";
  },
  hide: function () { if (Report.tip.node) { Report.tip.node.style.display = "none"; } }
};

// A picture: its figure in the page, its specification, its data and what is hidden of it.
Report.Chart = function (figure, spec, data) {
  this.figure = figure;
  this.spec = spec;
  this.data = data;
  this.hidden = {};
  this.calendar = data ? new Report.Calendar(data) : null;
  this.width = 860;
  this.margin = { left: 62, right: 20, top: 26, bottom: 30 };
};
Report.Chart.prototype.series = function (name) { return Report.decode(this.data, name); };
Report.Chart.prototype.isShown = function (entry) { return !this.hidden[entry.name]; };

// Empties the picture and answers the group that is drawn in.
Report.Chart.prototype.canvas = function (height) {
  var box = d3.select(this.figure).select(".canvas");
  box.selectAll("svg").remove();
  var svg = box.append("svg")
    .attr("viewBox", "0 0 " + this.width + " " + height)
    .attr("role", "img").attr("aria-label", this.spec.title);
  this.height = height;
  this.inner = {
    width: this.width - this.margin.left - this.margin.right,
    height: height - this.margin.top - this.margin.bottom
  };
  this.svg = svg;
  return svg.append("g").attr("transform", "translate(" + this.margin.left + "," + this.margin.top + ")");
};

// A pattern of slanted lines, for what was not taken.
Report.Chart.prototype.hatch = function (color) {
  var id = "hatch-" + this.figure.id + "-" + color.slice(1);
  if (this.svg.select("#" + id).empty()) {
    var pattern = this.svg.append("defs").append("pattern")
      .attr("id", id).attr("width", 6).attr("height", 6)
      .attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)");
    pattern.append("rect").attr("width", 6).attr("height", 6).attr("class", "paper");
    pattern.append("rect").attr("width", 2.6).attr("height", 6).attr("fill", color);
  }
  return "url(#" + id + ")";
};

// Buttons that hide and show; clicked, the picture is drawn anew.
Report.Chart.prototype.legend = function (entries) {
  var chart = this;
  var box = this.figure.querySelector(".legend");
  box.textContent = "";
  entries.forEach(function (entry) {
    var button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", chart.isShown(entry) ? "true" : "false");
    var mark = document.createElement("i");
    mark.className = entry.form || "";
    mark.style.color = entry.color;
    button.appendChild(mark);
    button.appendChild(document.createTextNode(entry.name));
    button.onclick = function () {
      chart.hidden[entry.name] = !chart.hidden[entry.name];
      chart.draw();
    };
    box.appendChild(button);
  });
};

// Ticks with as many decimals as tell them apart, grouped as the numbers are.
Report.Chart.prototype.ticks = function (scale) {
  return d3.format((this.spec.unit.grouped ? "," : "") + "." + Report.decimals(scale) + "f");
};
Report.decimals = function (scale) {
  var ticks = scale.ticks(6);
  var step = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : 1;
  return Math.max(0, Math.min(6, -Math.floor(Math.log(step) / Math.LN10 + 1e-9)));
};

Report.Chart.prototype.axes = function (group, x, y, ticks) {
  var axis = d3.svg.axis().scale(y).orient("left").ticks(6).tickSize(-this.inner.width)
    .tickFormat(this.ticks(y));
  group.append("g").attr("class", "axis y").call(axis);
  group.append("text").attr("class", "unit").attr("x", -this.margin.left + 4).attr("y", -12)
    .text(this.spec.unit.symbol);
  if (!x) { return; }
  var below = d3.svg.axis().scale(x).orient("bottom").tickSize(4);
  if (ticks) { ticks(below); }
  group.append("g").attr("class", "axis x")
    .attr("transform", "translate(0," + this.inner.height + ")").call(below);
};

// A rectangle over the picture that takes the pointer.
Report.Chart.prototype.pointer = function (group, handlers) {
  var chart = this;
  var rectangle = group.append("rect").attr("class", "pointer")
    .attr("width", this.inner.width).attr("height", this.inner.height);
  function at(handler) {
    return function () { if (handler) { handler(d3.mouse(rectangle.node()), d3.event); } };
  }
  rectangle.on("mousemove", at(handlers.move)).on("mousedown", at(handlers.down))
    .on("mouseup", at(handlers.up)).on("dblclick", at(handlers.again))
    .on("mouseleave", function () { Report.tip.hide(); if (handlers.leave) { handlers.leave(); } });
  chart.handlers = handlers;
  return rectangle;
};

Report.Chart.prototype.table = function () { return []; };

Report.csv = function (rows) {
  return rows.map(function (row) {
    return row.map(function (cell) {
      var text = cell === null || cell === undefined ? "" : String(cell);
      return /[",\n]/.test(text) ? "\"" + text.replace(/"/g, "\"\"") + "\"" : text;
    }).join(",");
  }).join("\r\n") + "\r\n";
};

// Puts the numbers of a picture in a file; the mark at its start tells Excel that it is UTF-8.
Report.download = function (name, rows) {
  var link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff" + Report.csv(rows)], { type: "text/csv" }));
  link.download = name + ".csv";
  link.click();
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
};

// A plain number without grouping, for CSV.
Report.plain = function (value, unit) {
  if (value === null || value === undefined || !isFinite(value)) { return ""; }
  return Report.number(value, { factor: unit.factor, exact: unit.exact, grouped: false }, true);
};

Report.heading = function (name, unit) { return unit.symbol ? name + " [" + unit.symbol + "]" : name; };
