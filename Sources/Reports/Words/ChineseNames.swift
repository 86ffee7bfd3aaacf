package import GridFormulation

/// The names of technologies, costs and metrics in Chinese.
package enum ChineseNames {
  /// Technologies.
  package static let technologies: [Technology: String] = [
    .coal: "煤电",
    .gas: "气电",
    .nuclear: "核电",
    .biomass: "生物质发电",
    .onshoreWind: "陆上风电",
    .offshoreWind: "海上风电",
    .centralSolar: "集中式光伏",
    .distributedSolar: "分布式光伏",
    .hydro: "常规水电",
    .other: "其他电源",
    .pumpedHydro: "抽水蓄能",
    .battery: "新型储能(电化学)",
    .otherStorage: "其他储能",
    .interruptibleLoad: "可中断负荷",
    .shiftableLoad: "可转移负荷",
    .heatBoiler: "供热锅炉",
    .electricBoiler: "电锅炉",
    .heatPump: "热泵",
    .heatStorage: "储热",
    .heatTransfer: "供热管网",
    .evCharging: "电动汽车充电",
    .industry: "可调节高载能负荷",
    .captivePlant: "自备电厂",
    .priceResponsiveLoad: "价格响应负荷",
    .virtualPowerPlant: "虚拟电厂",
    .hydrogen: "电制氢",
    .desalination: "海水淡化",
    .exchange: "区外交易",
    .corridor: "联络通道",
    .line: "线路",
    .converter: "能源转换设备",
  ]

  /// What parts of the objective pay for.
  package static let costs: [CostKind: String] = [
    .fuel: "燃料费",
    .start: "启动费",
    .operation: "变动运维费",
    .deepPeak: "深度调峰损耗",
    .deepPeakBid: "深度调峰报价",
    .storageWear: "储能损耗费",
    .storedValue: "储能始末价值差",
    .carbon: "碳排放费用",
    .allowance: "碳配额",
    .carbonStorage: "CO₂ 封存费用",
    .imports: "外购电费",
    .exports: "外送电收入",
    .wheeling: "输电费",
    .demandResponse: "需求响应费用",
    .unmetProduct: "未交付产品损失",
    .unserved: "失负荷损失",
    .unservedHeat: "缺供热损失",
    .scarcity: "备用缺额损失",
  ]

  /// What goals are stated in, by the metric's name.
  package static let metrics: [String: String] = [
    "curtailment": "弃电率",
    "peak-response": "尖峰负荷响应能力",
    "wind-solar-capacity": "风光装机",
    "biomass-capacity": "生物质发电装机",
    "pumped-hydro-capacity": "抽水蓄能装机",
    "new-storage-capacity": "新型储能装机",
    "new-wind": "新增风电装机",
    "new-pv": "新增光伏装机",
    "new-nuclear": "新增核电装机",
    "non-fossil-capacity-share": "非化石能源装机占比",
    "clean-capacity-share": "清洁能源装机占比",
    "non-fossil-generation-share": "非化石能源发电量占比",
    "clean-generation-share": "清洁能源发电量占比",
    "wind-generation": "风电发电量",
    "pv-generation": "光伏发电量",
    "corridor-renewable-share": "通道可再生能源电量占比",
    "supply-coal-rate": "煤电供电煤耗改造",
    "coal-consumption": "发电用煤",
    "renewable-consumption-weight": "可再生能源电力消纳责任权重",
    "co2-peak": "碳达峰",
    "co2-emissions": "CO₂ 排放量",
    "unserved-energy": "缺供电量",
    "shortage-hours": "缺电小时数",
    "reserve-margin": "备用率",
  ]

  /// Provinces and cities, by the names that models give them.
  static let places: [String: String] = [
    "liaoning": "辽宁",
    "jilin": "吉林",
    "heilongjiang": "黑龙江",
    "east-inner-mongolia": "蒙东",
    "inner-mongolia": "内蒙古",
    "songyuan": "松原",
    "north-china": "华北",
    "shandong": "山东",
    "beijing": "北京",
    "tianjin": "天津",
    "hebei": "河北",
    "northeast": "东北",
  ]

  /// What plans ask for and no power model tells.
  static let beyond: [String: String] = [
    "non-fossil share of primary energy": "非化石能源消费占比",
    "energy per unit of GDP": "单位GDP能耗",
    "CO2 per unit of GDP": "单位GDP二氧化碳排放",
  ]
}
