"""Derives the tables of figures in this folder from the open hourly data sets.

    python derive.py DATA-FOLDER

DATA-FOLDER holds `pypsa-china/` (see README.md). Needs numpy and pandas. The tables are
statistics (quantiles, means, correlations), rounded; no hourly value is kept.
"""
import sys
import warnings
from statistics import NormalDist

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
DATA = sys.argv[1] + "/pypsa-china/"
LEVELS = [0.001, 0.01, 0.03, 0.07, 0.15, 0.25, 0.375, 0.5, 0.625, 0.75, 0.85, 0.93, 0.97, 0.99, 0.999]
SCORES = np.array([NormalDist().inv_cdf(p) for p in LEVELS])
LAGS = [1, 3, 6, 12, 24, 48, 72]
LATITUDE = {"jilin": 44.0, "liaoning": 41.3, "heilongjiang": 46.5, "east-inner-mongolia": 42.5}
# Inner Mongolia is one node of the source; its sun is that of the node's middle.
LONGITUDE = {"jilin": 125, "liaoning": 125, "heilongjiang": 128, "east-inner-mongolia": 114}


def source(name, column):
    frame = pd.read_csv(DATA + name)
    # The sources' labels end their hour (the sun's noon shows it); ours begin it.
    series = pd.Series(np.roll(frame[column].values, -1), index=pd.to_datetime(frame.time))
    if name.startswith("temperature"):
        series = mended(series)
    return series[~((series.index.month == 2) & (series.index.day == 29))]


def mended(series):
    """Leaves out afternoons of May to September colder than the night before, and fills in.

    The source has hours there at -10 to -37 °C, from parts of the province without a value.
    """
    night = series.where(series.index.hour < 8).groupby(series.index.date).transform("min")
    warm = (series.index.month >= 5) & (series.index.month <= 9)
    return series.mask(warm & (series < np.maximum(night, 0))).interpolate()


def zone(name):
    return name.split("-", 1)[1]


def clear_sky(latitude, longitude, index):
    """Output of a panel facing south at latitude tilt, per unit of its noon value at sea level.

    Evaluated in the middle of the hour that begins at the label (UTC+8).
    """
    day = index.day_of_year.values
    hour = index.hour.values + 0.5 + (longitude - 120) / 15
    declination = np.radians(-23.44) * np.cos(2 * np.pi * (day + 10) / 365)
    angle = np.radians(15 * (hour - 12))
    phi = np.radians(latitude)
    height = np.sin(phi) * np.sin(declination) + np.cos(phi) * np.cos(declination) * np.cos(angle)
    incidence = np.cos(declination) * np.cos(angle)
    up = np.maximum(height, 0)
    beam = 0.76 ** (1 / np.maximum(up, 0.05))
    return np.where(up > 0, beam * np.maximum(incidence, 0) + 0.12 * up, 0)


def anchors(monthly):
    """Mid-month values whose linear interpolation has the given monthly means."""
    weights = np.zeros((12, 12))
    for month in range(12):
        weights[month, month] = 0.75
        weights[month, month - 1] += 0.125
        weights[month, (month + 1) % 12] += 0.125
    return np.linalg.solve(weights, monthly)


def scores(values, months):
    out = np.full(len(values), np.nan)
    for month in range(1, 13):
        here = (months == month) & ~np.isnan(values)
        rank = pd.Series(values[here]).rank(method="average").values
        out[here] = [NormalDist().inv_cdf((r - 0.5) / here.sum()) for r in rank]
    return out


def two_roots(a, b, lags):
    lags = np.array(lags)
    return (a ** (lags + 1) * (1 - b * b) - b ** (lags + 1) * (1 - a * a)) / ((a - b) * (1 + a * b))


def fit(residual):
    target = np.array([pd.Series(residual).autocorr(k) for k in LAGS])
    lags = np.array(LAGS)
    # Half a day apart, one of two hours is dark; beyond a day the months' means decide.
    known = ~np.isnan(target) & (lags <= 24)
    target = target[known]
    lags = lags[known]
    best = None
    for slow in (0.97, 0.975, 0.98, 0.985, 0.99, 0.993):
        for fast in (0.8, 0.85, 0.88, 0.9, 0.92, 0.93, 0.94, 0.945, 0.95, 0.955, 0.96):
            for smooth in (0.0001, 0.2, 0.4, 0.6, 0.7, 0.75, 0.8):
                if smooth >= fast:
                    continue
                rs, rf = two_roots(slow, smooth, lags), two_roots(fast, smooth, lags)
                step = rs - rf
                share = float(np.clip((step @ (target - rf)) / (step @ step), 0.02, 0.98))
                error = ((share * rs + (1 - share) * rf - target) ** 2).sum()
                if best is None or error < best[0]:
                    best = (error, slow, fast, smooth, share)
    return best[1:], best[0] ** 0.5, target


def weights(a, b, length=3000):
    out = np.zeros(length)
    out[0] = 1
    out[1] = a + b
    for k in range(2, length):
        out[k] = (a + b) * out[k - 1] - a * b * out[k - 2]
    return out / np.sqrt((out * out).sum())


variables = {
    "wind-jilin": source("cf_onwind_2020_hourly.csv", "Jilin"),
    "wind-liaoning": source("cf_onwind_2020_hourly.csv", "Liaoning"),
    "offshore-liaoning": source("cf_offwind_2020_hourly.csv", "Liaoning"),
    "solar-jilin": source("cf_solar_2020_hourly.csv", "Jilin"),
    "solar-liaoning": source("cf_solar_2020_hourly.csv", "Liaoning"),
    "temperature-jilin": source("temperature_2020_hourly_C.csv", "Jilin"),
    "temperature-liaoning": source("temperature_2020_hourly_C.csv", "Liaoning"),
}
# The variables up to here are one block of the correlations, to which others are added.
FIRST = len(variables)
variables |= {
    "wind-heilongjiang": source("cf_onwind_2020_hourly.csv", "Heilongjiang"),
    "wind-east-inner-mongolia": source("cf_onwind_2020_hourly.csv", "InnerMongolia"),
    "solar-heilongjiang": source("cf_solar_2020_hourly.csv", "Heilongjiang"),
    "solar-east-inner-mongolia": source("cf_solar_2020_hourly.csv", "InnerMongolia"),
    "temperature-heilongjiang": source("temperature_2020_hourly_C.csv", "Heilongjiang"),
    "temperature-east-inner-mongolia": source("temperature_2020_hourly_C.csv", "InnerMongolia"),
}
index = next(iter(variables.values())).index
months, hours = index.month.values, index.hour.values
quantiles, shifts, means, process, latent = [], [], [], [], {}
for name, series in variables.items():
    values = series.values.astype(float)
    level = values.copy()
    lit = np.ones(len(values), bool)
    peak = 1.0
    if name.startswith("solar"):
        sky = clear_sky(LATITUDE[zone(name)], LONGITUDE[zone(name)], index)
        lit = sky > 0.08
        level = np.where(lit, values / np.where(lit, sky, 1), np.nan)
    z = scores(level, months)
    table = np.array([[np.nanquantile(level[months == m], p) for p in LEVELS] for m in range(1, 13)])
    if name.startswith("temp"):
        table = np.maximum.accumulate(np.apply_along_axis(anchors, 0, table), axis=1)
    shift = np.zeros((12, 24))
    for m in range(12):
        for h in range(24):
            here = (months == m + 1) & (hours == h) & lit
            shift[m, h] = np.nanmean(z[here]) if here.sum() > 5 else 0
    smooth = 0.5 * shift + 0.25 * np.roll(shift, 1, 0) + 0.25 * np.roll(shift, -1, 0)
    spread = np.array([[np.nanstd((z - smooth[months - 1, hours])[months == m + 1])] for m in range(12)])
    residual = (z - smooth[months - 1, hours]) / spread[months - 1, 0]
    (slow, fast, two, share), error, target = fit(residual)
    print(name, "slow", slow, "fast", fast, "smooth", two, "share", round(share, 3), "error", round(error, 3), target.round(2))
    latent[name] = (residual, slow, fast, two)
    process.append([name, slow, fast, two, round(share, 3), round(float(spread.mean()), 3), round(float(np.nanmean(values)), 4), LATITUDE[zone(name)], LONGITUDE[zone(name)]])
    for m in range(12):
        digits = 2 if name.startswith("temp") else 4
        quantiles.append([name, m + 1] + [round(float(v), digits) for v in table[m]])
        shifts.append([name, m + 1] + [round(float(v), 3) for v in smooth[m]])
        means.append([name, m + 1] + [round(float(values[(months == m + 1) & (hours == h)].mean()), digits) for h in range(24)])


def extended(R):
    """A correlation matrix near R whose first block does not depend on the variables after it.

    With A the first block and B its correlations with the rest, what A leaves of the rest,
    C - B'A⁻¹B, is made positive; then the rest is scaled back to variance 1.
    """
    def positive(M, least):
        value, vector = np.linalg.eigh(M)
        return vector @ np.diag(np.maximum(value, least)) @ vector.T
    A = positive(R[:FIRST, :FIRST], 0.02)
    A /= np.sqrt(np.outer(np.diag(A), np.diag(A)))
    A = A.round(3)
    B, C = R[:FIRST, FIRST:], R[FIRST:, FIRST:]
    told = B.T @ np.linalg.inv(A) @ B
    C = told + positive(C - told, 0.02)
    scale = 1 / np.sqrt(np.diag(C))
    return np.block([[A, B * scale], [(B * scale).T, C * np.outer(scale, scale)]])


names = list(variables)
for kind in ("slow", "fast"):
    R = np.eye(len(names))
    for i, a in enumerate(names):
        for j, b in enumerate(names):
            if i == j:
                continue
            x = pd.DataFrame({"a": latent[a][0], "b": latent[b][0]})
            daily = x.groupby(np.arange(len(x)) // 24).transform("mean")
            part = daily if kind == "slow" else x
            pick = 1 if kind == "slow" else 2
            wa, wb = weights(latent[a][pick], latent[a][3]), weights(latent[b][pick], latent[b][3])
            R[i, j] = np.clip(part.corr().iloc[0, 1] / (wa @ wb), -0.97, 0.97)
    asked = R
    R = extended(R)
    print(kind, "moved by", np.abs(R - asked).max().round(3), "least eigenvalue", np.linalg.eigvalsh(R)[0].round(3))
    pd.DataFrame(R.round(3), index=names, columns=names).to_csv(f"correlation-{kind}.csv", index_label="name")

pd.DataFrame({"level": LEVELS, "score": SCORES.round(6)}).to_csv("levels.csv", index=False)
level_names = [f"p{str(p)[2:]}" for p in LEVELS]
hour_names = [f"h{h:02d}" for h in range(24)]
pd.DataFrame(quantiles, columns=["name", "month"] + level_names).to_csv("quantiles.csv", index=False)
pd.DataFrame(shifts, columns=["name", "month"] + hour_names).to_csv("hour-shifts.csv", index=False)
pd.DataFrame(process, columns=["name", "slow", "fast", "smooth", "slow_share", "spread", "mean", "latitude", "longitude"]).to_csv("processes.csv", index=False)

# The shape of eastern Inner Mongolia's load is that of the whole region.
LOADS = (("load-jilin", "Jilin"), ("load-liaoning", "Liaoning"), ("load-heilongjiang", "Heilongjiang"), ("load-east-inner-mongolia", "InnerMongolia"))

# Load: level by month, weekday and holiday; shape by month and kind of day.
load = pd.read_csv(DATA + "load_2018_hourly_MW.csv")
days = pd.date_range("2018-01-01", periods=365)
festival = pd.Timestamp("2018-02-16")
basis = []
for d in days:
    position = (d.month - 1) + (d.day - 0.5) / d.days_in_month - 0.5
    low = int(np.floor(position)) % 12
    f = position - np.floor(position)
    row = np.zeros(12)
    row[low] = 1 - f
    row[(low + 1) % 12] += f
    relative = (d - festival).days
    near = [1.0 if relative == k else 0.0 for k in range(-6, 13)]
    fixed = [1.0 if (d.month, d.day) in g else 0.0 for g in ([(1, 1)], [(4, 29), (4, 30), (5, 1)], [(10, k) for k in range(1, 8)])]
    basis.append(list(row) + [float(d.day_of_week == 5), float(d.day_of_week == 6)] + near + fixed)
basis = np.array(basis)
levels, shapes, festivals, statistics = [], [], [], []
for zone, column in LOADS:
    x = load[column].values.reshape(365, 24)
    day = np.log(x.mean(1) / x.mean())
    solution = np.linalg.lstsq(basis, day, rcond=None)[0]
    residual = day - basis @ solution
    print(zone, "residual", residual.std().round(4), "day to day", pd.Series(residual).autocorr(1).round(2))
    for m in range(12):
        levels.append([zone, f"month-{m + 1:02d}", round(float(np.exp(solution[m])), 4)])
    for k, label in enumerate(["saturday", "sunday"]):
        levels.append([zone, label, round(float(np.exp(solution[12 + k])), 4)])
    for k in range(19):
        festivals.append([zone, k - 6, round(float(np.exp(solution[14 + k])), 4)])
    for k, label in enumerate(["new-year", "labour-day", "national-day"]):
        levels.append([zone, label, round(float(np.exp(solution[33 + k])), 4)])
    levels.append([zone, "day-noise", round(float(residual.std()), 4)])
    levels.append([zone, "day-persistence", round(float(pd.Series(residual).autocorr(1)), 3)])
    shape = x / x.mean(1, keepdims=True)
    for m in range(12):
        for kind, pick in (("weekday", days.day_of_week < 5), ("weekend", days.day_of_week >= 5)):
            here = (days.month == m + 1) & pick
            shapes.append([zone, m + 1, kind] + [round(float(v), 4) for v in shape[here].mean(0)])
    for m in range(12):
        means.append([zone, m + 1] + [round(float(v), 4) for v in (x[days.month == m + 1] / x.mean()).mean(0)])
    variables[zone] = pd.Series(x.flatten() / x.mean())
pd.DataFrame(levels, columns=["name", "item", "value"]).to_csv("load-levels.csv", index=False)
pd.DataFrame(festivals, columns=["name", "day", "factor"]).to_csv("load-spring-festival.csv", index=False)
pd.DataFrame(shapes, columns=["name", "month", "kind"] + hour_names).to_csv("load-shapes.csv", index=False)

# What the generated series are judged against.
pd.DataFrame(means, columns=["name", "month"] + hour_names).to_csv("measured-month-hour-means.csv", index=False)
for name, series in variables.items():
    s = pd.Series(series.values)
    statistics.append([name, round(s.mean(), 4), round(s.std(), 4)] + [round(float(s.quantile(p)), 4) for p in (0.05, 0.25, 0.5, 0.75, 0.95)]
                      + [round(s.autocorr(k), 3) for k in LAGS] + [round(s.groupby(np.arange(8760) // 24).mean().autocorr(1), 3)])
pd.DataFrame(statistics, columns=["name", "mean", "deviation", "q05", "q25", "q50", "q75", "q95"] + [f"lag{k}" for k in LAGS] + ["day_to_day"]).to_csv("measured-statistics.csv", index=False)
pd.DataFrame({k: v.values for k, v in variables.items()}).corr().round(3).to_csv("measured-correlations.csv", index_label="name")
