// The typefaces of the standard. They are installed where officials work and may not be shipped; the alternatives are
// written into the file's font table, where a word processor without the first one looks for the next.

export const FONTS = {
  /** 小标宋体: heading and title */
  title: "方正小标宋简体",
  /** 仿宋体: body */
  body: "仿宋_GB2312",
  /** 黑体: first level, 附件, heads of tables */
  black: "黑体",
  /** 楷体: second level */
  script: "楷体_GB2312",
  /** 宋体: page numbers */
  song: "宋体",
} as const;

const FONT_ALTERNATIVES: Record<(typeof FONTS)[keyof typeof FONTS], readonly string[]> = {
  方正小标宋简体: ["FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "华文中宋", "STZhongsong", "Noto Serif CJK SC"],
  仿宋_GB2312: ["FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong", "Noto Serif CJK SC"],
  黑体: ["SimHei", "Noto Sans CJK SC"],
  楷体_GB2312: ["KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "Noto Serif CJK SC"],
  宋体: ["SimSun", "Noto Serif CJK SC"],
};

const fontXml = ([name, alternatives]: [string, readonly string[]]): string =>
  `<w:font w:name="${name}"><w:altName w:val="${alternatives.join(",")}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`;

/** The part `word/fontTable.xml` (ECMA-376 17.8.3). */
export const fontTableXml = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(
    FONT_ALTERNATIVES,
  )
    .map(fontXml)
    .join("")}</w:fonts>`;
