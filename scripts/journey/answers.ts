// Filled-in forms of invented hospitals, for journeys and the demonstration.
const person = (name: string) => ({ name, post: "科主任", title: "主任医师" });

export const application = (name: string, base: string, director: string) => ({
  basics: {
    name,
    base,
    director: person(director),
    contact: { ...person("联系人"), phone: "023-12345678", email: "contact@example.cn" },
  },
  goals: {
    goals: [
      { key: "g1", text: "建成专病队列", target: "1 个" },
      { key: "g2", text: "推广适宜技术", target: "3 项" },
    ],
  },
  "level-3": {
    sheet: {
      "level/center": [
        { key: "r1", name: "场地与设备", content: "独立科研用房不少于 600 平方米" },
        { key: "r2", name: "人才梯队", content: "专职科研人员 8 人" },
      ],
      "level/network": [{ key: "r1", name: "协作网络", content: "签约基层机构 12 家" }],
      "output/joint": [{ key: "r1", name: "协同课题", content: "牵头区级以上协同课题 2 项" }],
      "output/academic": [{ key: "r1", name: "代表作", content: "代表作 3 篇" }],
      "output/transfer": [{ key: "r1", name: "转化", content: "转化成果 1 项" }],
      "service/spread": [{ key: "r1", name: "适宜技术", content: "推广适宜技术 3 项" }],
      "service/serve": [{ key: "r1", name: "会诊服务", content: "每年会诊 200 人次" }],
    },
  },
  attachments: {},
});

export const december = {
  content: { progress: "完成专病队列入组 300 例", events: "本年无影响建设的重大事项" },
};

export const selfAssessment = (name: string, host: { name: string; uscc: string }, director: string) => ({
  basics: {
    name,
    host: { name: host.name, uscc: host.uscc },
    uscc: host.uscc,
    director: person(director),
    contact: { ...person("联系人"), phone: "023-12345678", fax: "023-12345679", email: "contact@example.cn" },
  },
  overview: { text: "中心三年建设的基本情况。" },
  goals: {
    self: [
      { key: "g1", text: "建成专病队列", target: "1 个", met: true, result: "已建成" },
      { key: "g2", text: "推广适宜技术", target: "3 项", met: false, result: "推广 2 项" },
    ],
    reasons: "一项技术的培训受疫情影响推迟。",
  },
  running: { text: "制度健全，运行平稳。" },
  output: { text: "发表论文 6 篇，授权专利 2 项。" },
  service: { text: "推广适宜技术 2 项，服务基层 12 家。" },
  problems: { problems: "人才梯队偏小", causes: "招聘周期长", measures: "联合培养" },
  annexes: {},
});

export const rectification = { report: { done: "逐项整改，补充推广适宜技术 1 项。" } };

export const seminar = {
  meeting: { on: "2022-10-26", participants: [{ name: "示例第一人民医院" }, { name: "示例区中医医院" }] },
  topics: {
    record: [
      { key: "t1", cells: { topic: "plan", minutes: "各单位介绍打造计划" } },
      { key: "t2", cells: { topic: "method", minutes: "交流建设方法" } },
      { key: "t3", cells: { topic: "difficulty", minutes: "人才不足" } },
      { key: "t4", cells: { topic: "advice", minutes: "加强协作" } },
    ],
  },
};

/** Points of the seven indicators, in the order of the sheet: 20, 10, 10, 20, 20, 12, 8. */
export const points = (...given: [string, string, string, string, string, string, string]) =>
  [
    "level/center",
    "level/network",
    "output/joint",
    "output/academic",
    "output/transfer",
    "service/spread",
    "service/serve",
  ].map((item, at) => ({ item, points: given[at] ?? "0" }));
