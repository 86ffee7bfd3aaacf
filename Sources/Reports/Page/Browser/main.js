// Makes the pictures of the page: those in sight at once, the others when there is time unless they are many, all
// before printing.
Report.Chart.prototype.draw = function () { Report.kinds[this.spec.kind].draw(this); };
Report.Chart.prototype.table = function () {
  var kind = Report.kinds[this.spec.kind];
  return kind.table ? kind.table(this) : [];
};

Report.make = function (chart) {
  if (chart.isMade) { return; }
  chart.isMade = true;
  try {
    var kind = Report.kinds[chart.spec.kind];
    if (kind.prepare) { kind.prepare(chart); }
    chart.draw();
  } catch (error) {
    Report.errors.push(chart.spec.id + ": " + error.message);
    console.error(chart.spec.id, error);
  }
};

Report.tools = function (chart) {
  var box = chart.figure.querySelector(".tools");
  function add(text, action) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.onclick = action;
    box.appendChild(button);
  }
  if (chart.spec.kind === "hourly") {
    add(Report.words.wholeRange, function () { chart.reset(); });
  }
  add(Report.words.downloadNumbers, function () {
    Report.make(chart);
    Report.download(chart.spec.id, chart.table());
  });
};

Report.start = function () {
  var content = JSON.parse(document.getElementById("report-data").textContent);
  Report.words = content.words;
  Report.charts = content.charts.map(function (spec) {
    var chart = new Report.Chart(document.getElementById(spec.id), spec, content.results[spec.result]);
    Report.tools(chart);
    return chart;
  });
  var waiting = Report.charts.slice();
  var watch = new IntersectionObserver(function (seen) {
    seen.forEach(function (one) {
      if (!one.isIntersecting) { return; }
      Report.charts.filter(function (chart) { return chart.figure === one.target; }).forEach(Report.make);
    });
  }, { rootMargin: "300px" });
  Report.charts.forEach(function (chart) { watch.observe(chart.figure); });
  function rest() {
    var end = Date.now() + 40;
    while (waiting.length && Date.now() < end) { Report.make(waiting.shift()); }
    if (waiting.length) { setTimeout(rest, 0); } else { document.body.setAttribute("data-drawn", "all"); }
  }
  // Of many results only what is looked at is drawn: the layout of all of it would keep the page busy.
  if (Report.charts.length > 60) {
    document.body.setAttribute("data-drawn", "in sight");
  } else {
    setTimeout(rest, 50);
  }
  window.addEventListener("beforeprint", function () { Report.charts.forEach(Report.make); });
};

document.addEventListener("DOMContentLoaded", Report.start);
