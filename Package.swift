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
    dependencies: dependencies + ["TestDepth"],
    exclude: exclude,
    swiftSettings: settings
  )
}

let package = Package(
  name: "gridflex",
  products: [
    .executable(name: "gridflex", targets: ["gridflex"]),
    .executable(name: "gridflex-bench", targets: ["Benchmarks"]),
    .library(name: "GridDispatch", targets: ["GridDispatch"]),
  ],
  targets: [
    .systemLibrary(name: "CGLPK"),
    .systemLibrary(name: "CCHOLMOD"),
    .systemLibrary(name: "CYAML"),
    .systemLibrary(name: "CNetCDF"),
    .target(name: "GLPKGuard", dependencies: ["CGLPK"]),
    .target(name: "SystemGuard"),
    .target(
      name: "LinearProgramming",
      dependencies: ["CGLPK", "CCHOLMOD", "GLPKGuard"],
      // Numbers without optimisation take some fifty times as long: the tests would.
      swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]
    ),
    library("Grid", ["CYAML", "SystemGuard"]),
    library("GridDispatch", ["Grid", "LinearProgramming"]),
    library("Verification", ["Grid", "GridDispatch"]),
    library("Reporting", ["Grid", "GridDispatch", "Verification"]),
    library("PyPSA", ["CNetCDF", "Grid", "GridDispatch", "Reporting"]),
    library("Arguments"),
    .executableTarget(
      name: "gridflex",
      dependencies: [
        "Arguments", "Grid", "LinearProgramming", "GridDispatch", "Verification", "Reporting",
        "PyPSA", "SystemGuard",
      ],
      resources: [.embedInCode("Tutorial")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "Benchmarks",
      path: "Benchmarks",
      exclude: [
        "README.md", "baseline.json", "highs.py", "imports.py", "peer_solve.py", "peers.py",
        "runs.py", "scaling.py", "windows.py",
      ],
      sources: ["Baseline.swift", "Benchmarks.swift", "Measurement.swift"],
      swiftSettings: settings
    ),
    .target(name: "TestDepth", path: "Tests/TestDepth", swiftSettings: settings),
    tests("LinearProgramming", ["LinearProgramming"]),
    tests("Grid", ["Grid"]),
    tests(
      "GridDispatch",
      ["Grid", "LinearProgramming", "GridDispatch", "Verification"],
      exclude: ["Golden"]
    ),
    tests("Verification", ["Grid", "GridDispatch", "Verification"]),
    tests("Reporting", ["Grid", "GridDispatch", "Verification", "Reporting"]),
    tests(
      "PyPSA",
      ["CNetCDF", "Grid", "LinearProgramming", "GridDispatch", "Verification", "PyPSA"]
    ),
    tests("Arguments", ["Arguments"]),
    tests("Command", ["gridflex"]),
  ]
)
