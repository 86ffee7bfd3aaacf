"""Opens a report in headless Chromium and looks at what a reader would see.

    python3 check.py CHROMIUM REPORT.html ANSWER.json [SCREENSHOT.png]

Drives the browser over its debugging pipe with Python's own library. Writes what was found as JSON: faults as
sentences (none where all is well), and the numbers of each picture as its CSV has them.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time

LIMIT = 60  # seconds for all of it


class Browser:
    """A headless Chromium that is told what to do over a pipe."""

    def __init__(self, command):
        self.end = time.monotonic() + LIMIT
        self.profile = tempfile.mkdtemp()
        to_read, self.write = os.pipe()
        self.read, to_write = os.pipe()

        def as_three_and_four():
            # Chromium reads from 3 and writes to 4; first out of the way, then to their places.
            kept = [os.dup2(to_read, 50), os.dup2(to_write, 51)]
            os.dup2(kept[0], 3)
            os.dup2(kept[1], 4)

        self.process = subprocess.Popen(
            [command, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
             "--disable-background-networking", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--remote-debugging-pipe", f"--user-data-dir={self.profile}", "about:blank"],
            preexec_fn=as_three_and_four, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.number = 0
        self.waiting = b""
        self.events = []
        self.session = None

    def message(self):
        while b"\0" not in self.waiting:
            left = self.end - time.monotonic()
            if left <= 0 or not select.select([self.read], [], [], left)[0]:
                raise TimeoutError("the browser gave no answer in time")
            part = os.read(self.read, 1 << 20)
            if not part:
                raise EOFError("the browser ended")
            self.waiting += part
        text, self.waiting = self.waiting.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **params):
        self.number += 1
        request = {"id": self.number, "method": method, "params": params}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.write, json.dumps(request).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def value(self, expression):
        """The value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def mouse(self, kind, x, y, **more):
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def close(self):
        try:
            self.session = None
            self.call("Browser.close")
            self.process.wait(timeout=10)
        except (OSError, EOFError, TimeoutError, RuntimeError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


def opened(browser, page):
    """Opens the page and waits until everything is drawn; answers the seconds that took."""
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    browser.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Runtime", "Log", "Network"):
        browser.call(domain + ".enable")
    browser.call("Emulation.setDeviceMetricsOverride", width=1300, height=900, deviceScaleFactor=1, mobile=False)
    start = time.monotonic()
    browser.call("Page.navigate", url="file://" + os.path.abspath(page))
    # Pages of many results draw what is in sight; the others are drawn as the check comes to them.
    while not browser.value("document.body ? document.body.getAttribute('data-drawn') : null"):
        if time.monotonic() > browser.end:
            raise TimeoutError("the page was not drawn in time")
        time.sleep(0.05)
    return time.monotonic() - start


def complaints(browser, page):
    """What the console said, and what was asked of anything but the page itself."""
    for event in browser.events:
        method, params = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            yield "exception: " + params["exceptionDetails"]["text"]
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            yield "console: " + params["entry"]["text"]
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            yield "console: " + json.dumps(params["args"])
        elif method == "Network.requestWillBeSent":
            url = params["request"]["url"]
            # Chromium draws its own buttons from data that it holds itself.
            if url != "file://" + os.path.abspath(page) and not url.startswith(("about:blank", "blob:", "data:")):
                yield "asked for " + url


def middle(browser, chart):
    """The middle of a picture's own area, scrolled into sight."""
    return browser.value(f"""(function () {{
      var figure = Report.charts[{chart}].figure;
      figure.scrollIntoView({{ block: "center", behavior: "instant" }});
      var box = (figure.querySelector(".pointer") || figure.querySelector("svg")).getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2, box.width];
    }})()""")


def look_at_hours(browser, chart):
    """Hovers over a picture of hours, hides a series, draws over a span; tells what is not as it should be."""
    x, y, _ = middle(browser, chart)
    browser.mouse("mouseMoved", x, y)
    tip = browser.value("document.querySelector('.tip').innerText")
    hour = tip.split("\n")[0]
    rows = browser.value(f"Report.charts[{chart}].table()")
    told = [row for row in rows if row[0] == hour]
    if len(told) != 1:
        yield f"hover tells '{hour}', which is no hour of the CSV"
        return
    for name, number in zip(rows[0][1:], told[0][1:]):
        label = name.rsplit(" [", 1)[0]
        if float(number) != 0 and (label not in tip or number not in tip.replace(",", "")):
            yield f"hover at {hour} does not tell {label} as {number}: {tip}"
    before = browser.value(f"Report.charts[{chart}].figure.querySelectorAll('.layer').length")
    browser.value(f"Report.charts[{chart}].figure.querySelector('.legend button').click()")
    after = browser.value(f"Report.charts[{chart}].figure.querySelectorAll('.layer').length")
    if before and after != before - 1:
        yield f"a click on the legend leaves {after} of {before} series"
    browser.value(f"Report.charts[{chart}].figure.querySelector('.legend button').click()")
    x, y, width = middle(browser, chart)
    browser.mouse("mousePressed", x - width / 4, y, button="left", clickCount=1)
    browser.mouse("mouseMoved", x, y, button="left")
    browser.mouse("mouseReleased", x, y, button="left", clickCount=1)
    shown = browser.value(f"Report.charts[{chart}].count")
    if not 0 < shown < len(rows) - 1:
        yield f"drawn over a quarter, {shown} of {len(rows) - 1} hours are shown"
    browser.value(f"Report.charts[{chart}].reset()")


def downloaded(browser, chart):
    """The text of the file that the last button of a picture gives; None where none came."""
    folder = os.path.join(browser.profile, "downloads")
    os.makedirs(folder, exist_ok=True)
    session, browser.session = browser.session, None
    browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
    browser.session = session
    browser.value(f"Report.charts[{chart}].figure.querySelector('.tools').lastChild.click()")
    for _ in range(100):
        names = [name for name in os.listdir(folder) if name.endswith(".csv")]
        if names:
            with open(os.path.join(folder, names[0]), encoding="utf-8-sig", newline="") as file:
                text = file.read()
            if text:
                return text
        time.sleep(0.05)
    return None


def look(browser, page, screenshot):
    seconds = opened(browser, page)
    faults = []
    browser.value("Report.charts.forEach(Report.make)")
    charts = browser.value("""Report.charts.map(function (chart) {
      var svg = chart.figure.querySelector("svg");
      var marks = svg ? svg.querySelectorAll("path[d], rect[width], circle, line").length : 0;
      return { id: chart.spec.id, kind: chart.spec.kind, marks: marks, broken: svg && /NaN|undefined/.test(svg.innerHTML) };
    })""")
    for index, chart in enumerate(charts):
        if chart["marks"] < 3:
            faults.append(f"{chart['id']} draws {chart['marks']} marks")
        if chart["broken"]:
            faults.append(f"{chart['id']} has a mark at no number")
        if chart["kind"] == "hourly":
            faults += [f"{chart['id']}: {fault}" for fault in look_at_hours(browser, index)]
        elif chart["kind"] != "zones":
            browser.mouse("mouseMoved", *middle(browser, index)[:2])
    text = downloaded(browser, 0) if charts else None
    if text != browser.value("Report.csv(Report.charts[0].table())"):
        faults.append(f"the file of {charts[0]['id'] if charts else 'nothing'} holds {text!r}")
    faults += browser.value("Report.errors")
    tables = browser.value("Report.charts.map(function (chart) { return chart.table(); })")
    if screenshot:
        picture = browser.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        with open(screenshot, "wb") as file:
            file.write(base64.b64decode(picture))
    faults += list(complaints(browser, page))
    return {
        "seconds": seconds, "faults": faults,
        "charts": [dict(chart, table=table) for chart, table in zip(charts, tables)],
    }


def main():
    command, page, answer = sys.argv[1:4]
    browser = Browser(command)
    try:
        found = look(browser, page, sys.argv[4] if len(sys.argv) > 4 else None)
    except (EOFError, OSError, RuntimeError, TimeoutError) as error:
        found = {"seconds": LIMIT, "faults": [str(error)], "charts": []}
    finally:
        browser.close()
    with open(answer, "w", encoding="utf-8") as file:
        json.dump(found, file)


if __name__ == "__main__":
    main()
