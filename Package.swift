// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String,
  _ dependencies: [Target.Dependency],
  exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: dependencies + ["TestSupport"],
    exclude: exclude,
    swiftSettings: settings
  )
}

let package = Package(
  name: "gridflex",
  products: [
    .executable(name: "gridflex", targets: ["gridflex"]),
    .executable(name: "gridflex-bench", targets: ["Benchmarks"]),
    .library(name: "GridGoals", targets: ["GridGoals"]),
  ],
  targets: [
    .systemLibrary(name: "CGLPK"),
    .systemLibrary(name: "CCHOLMOD"),
    .systemLibrary(name: "CYAML"),
    .systemLibrary(name: "CNetCDF"),
    .systemLibrary(name: "CZip"),
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CXLSXWriter"),
    .target(name: "GLPKGuard", dependencies: ["CGLPK"]),
    .target(name: "SystemGuard"),
    .target(
      name: "DenseKernels",
      exclude: ["Kernels.inc"],
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]
    ),
    .target(
      name: "LinearProgramming",
      dependencies: ["CGLPK", "CCHOLMOD", "GLPKGuard", "DenseKernels"],
      // Numbers without optimisation take some fifty times as long: the tests would.
      swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]
    ),
    library("Tables", ["CYAML", "SystemGuard"]),
    library("Hourly", ["Tables"]),
    library("WeatherSeries", ["Tables"]),
    library("Workbooks", ["CZip", "CExpat", "CXLSXWriter", "Tables", "Hourly"]),
    library("GridFormulation", ["Tables", "Hourly", "Workbooks", "LinearProgramming"]),
    library("GridDispatch", ["Tables", "Hourly", "LinearProgramming", "GridFormulation"]),
    library(
      "GridGoals",
      ["Tables", "Hourly", "LinearProgramming", "GridFormulation", "GridDispatch"]
    ),
    library(
      "GridPlanning",
      ["Tables", "Hourly", "LinearProgramming", "GridFormulation", "GridDispatch", "GridGoals"]
    ),
    library("Verification", ["Tables", "Hourly", "GridFormulation", "GridDispatch", "GridGoals"]),
    library(
      "Reporting",
      [
        "CNetCDF", "Tables", "Hourly", "GridFormulation", "GridDispatch", "GridGoals",
        "GridPlanning",
        "Verification",
      ]
    ),
    library(
      "Exchange",
      [
        "CNetCDF", "Tables", "Hourly", "WeatherSeries", "Workbooks", "GridFormulation", "GridGoals",
        "Reporting",
      ]
    ),
    library("Comparison", ["Tables", "Reporting"]),
    .target(
      name: "Reports",
      dependencies: [
        "CXLSXWriter", "Tables", "Hourly", "Workbooks", "GridFormulation", "GridDispatch",
        "Reporting", "Comparison",
      ],
      resources: [.embedInCode("Page/Browser")],
      swiftSettings: settings
    ),
    library("Arguments"),
    .executableTarget(
      name: "gridflex",
      dependencies: [
        "Arguments", "Tables", "Hourly", "Workbooks", "LinearProgramming",
        "GridFormulation",
        "GridDispatch", "GridGoals", "GridPlanning", "Verification", "Reporting",
        "Exchange", "Comparison", "Reports", "SystemGuard",
      ],
      resources: [.embedInCode("Tutorial")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "Benchmarks",
      path: "Benchmarks",
      exclude: [
        "README.md", "baseline.json", "baselines", "highs.py", "imports.py", "peer_solve.py",
        "peers.py",
        "plans.py", "runs.py", "scaling.py", "windows.py",
      ],
      sources: ["Baseline.swift", "Benchmarks.swift", "Measurement.swift"],
      swiftSettings: settings
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Tables", "Hourly"],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    tests("LinearProgramming", ["LinearProgramming", "DenseKernels"]),
    tests("Tables", ["Tables", "Hourly"]),
    tests("Hourly", ["Tables", "Hourly"]),
    tests("Workbooks", ["Tables", "Workbooks"]),
    tests("WeatherSeries", ["WeatherSeries"]),
    // Small models and what solves and checks them, for the tests of all that dispatches.
    .target(
      name: "SmallGrids",
      dependencies: [
        "Tables", "Hourly", "WeatherSeries", "LinearProgramming", "GridFormulation", "GridDispatch",
        "GridGoals", "Verification",
      ],
      path: "Tests/SmallGrids",
      swiftSettings: settings
    ),
    tests(
      "GridFormulation",
      [
        "Tables", "Hourly", "WeatherSeries", "Workbooks", "LinearProgramming", "GridFormulation",
        "GridDispatch",
        "GridGoals", "Verification", "SmallGrids",
      ],
      exclude: ["Golden"]
    ),
    tests(
      "GridDispatch",
      [
        "Tables", "Hourly", "WeatherSeries", "LinearProgramming", "GridFormulation", "GridDispatch",
        "GridGoals",
        "Verification", "SmallGrids",
      ]
    ),
    tests(
      "GridGoals",
      [
        "Tables", "Hourly", "WeatherSeries", "LinearProgramming", "GridFormulation", "GridDispatch",
        "GridGoals",
        "Verification", "SmallGrids",
      ]
    ),
    tests(
      "GridPlanning",
      [
        "Tables", "Hourly", "LinearProgramming", "GridFormulation", "GridDispatch", "GridGoals",
        "GridPlanning", "Verification", "SmallGrids",
      ]
    ),
    tests(
      "Verification",
      [
        "Tables", "Hourly", "GridFormulation", "GridDispatch", "GridGoals", "Verification",
        "SmallGrids",
      ]
    ),
    tests(
      "Reporting",
      [
        "Tables", "Hourly", "GridFormulation", "GridDispatch", "GridGoals", "Verification",
        "Reporting", "SmallGrids",
      ]
    ),
    tests(
      "Exchange",
      [
        "CNetCDF", "Tables", "Hourly", "Workbooks", "LinearProgramming", "GridFormulation",
        "GridDispatch", "GridGoals", "GridPlanning", "Verification", "Reporting", "Exchange",
      ]
    ),
    tests("Comparison", ["Tables", "Reporting", "Comparison"]),
    tests(
      "Reports",
      [
        "Tables", "Hourly", "GridFormulation", "GridDispatch", "GridGoals", "Verification",
        "Reporting", "Comparison", "Reports", "SmallGrids",
      ],
      exclude: ["Browser"]
    ),
    tests("Arguments", ["Arguments"]),
    tests("Command", ["LinearProgramming", "GridFormulation", "gridflex"]),
  ]
)
